using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Searching;

/// <summary>
/// A request in a message that somebody else writes. The bot knows neither who reads it nor when, so it says the number, the name and where the request
/// stood, and has no button that does anything: host, numbers, people and reasons are for those whom the bot knows.
/// </summary>
internal static class PublicCard
{
    /// <param name="request">Any but a draft.</param>
    /// <param name="link">Its address; null where the bot has none.</param>
    public static AdaptiveCard Of(TrunkRequest request, Uri? link)
    {
        var state = TrunkTexts.Stage(request.State);
        return new()
        {
            FallbackText = $"{CardText.Visible(Title(request))}. {state}.",
            Body = [TextBlock.Heading(CardText.Plain(Title(request))), StateBadge.Of(state, TrunkCard.EndOf(request.State))],
            Actions = link is null ? [] : [new OpenUrlAction(SearchTexts.Open, link.AbsoluteUri)],
        };
    }

    public static string Title(TrunkRequest request) => $"{request.Id} {CardText.Cut(request.Fields.Name, 64)}".TrimEnd();
}
