using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Operations;

/// <summary>Work that does not get done, and why.</summary>
internal static class StuckWorkCard
{
    public const string Retry = "jobs.retry";

    public const int Most = 10;

    public static AdaptiveCard Of(IReadOnlyList<StuckJob> stuck, bool more, CardActions can) => new()
    {
        FallbackText = Say.It($"Stuck: {string.Join("; ", stuck.Select(OperationsTexts.Line))}."),
        Body =
        [
            TextBlock.Heading(OperationsTexts.Title),
            .. stuck.Select(Element),
            new TextBlock(OperationsTexts.Next(more)) { Separator = true },
        ],
        Actions = [CardButton.Of(can, OperationsTexts.RetryAll, Retry, null)],
    };

    private static Container Element(StuckJob stuck) => new(
    [
        new TextBlock(CardText.Plain(OperationsTexts.Line(stuck))) { Weight = TextWeights.Bolder },
        new TextBlock(CardText.Plain(OperationsTexts.State(stuck))) { Spacing = Spacings.None },
        .. OperationsTexts.Problem(stuck) is { } problem
            ? [new TextBlock(CardText.Plain(CardText.Cut(problem, 300))) { Spacing = Spacings.None }]
            : Array.Empty<CardElement>(),
    ])
    {
        Separator = true,
    };
}
