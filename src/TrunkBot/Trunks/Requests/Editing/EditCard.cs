using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests.Editing;

/// <summary>The form of a request that waits already.</summary>
internal static class EditCard
{
    public const string Edit = "trunk.edit", Open = "trunk.change";

    /// <param name="request">What was asked.</param>
    /// <param name="fields">What it is to be changed to, as far as it was typed.</param>
    /// <param name="review">What there is to say about that; null while nothing was submitted.</param>
    /// <param name="mark">What the next submit is to send back.</param>
    /// <param name="who">Who would have to approve it; null while there is something to change first.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(TrunkRequest request, TrunkFields fields, TrunkReview? review, string? mark, string? who, CardActions can)
    {
        var id = request.Id.ToString();
        var title = review is { HasErrors: false, Warnings.Count: > 0 } ? DraftTexts.SubmitAnyway : TrunkTexts.SubmitChanges;
        return new AdaptiveCard
        {
            FallbackText = TrunkTexts.NoEditFormHere(request.Id),
            Body = [.. Top(review, who, request.Id), .. TrunkFormCard.Inputs(fields, hasPassword: mark?.EndsWith('+') != true)],
            Actions = [CardButton.Of(can, title, Edit, id, [(FormClick.Form, "all"), .. mark is null ? Array.Empty<(string, string)>() : [("confirmed", mark)]]), .. TrunkFormCard.Suggestions(review, can, id)],
        };
    }

    private static IEnumerable<CardElement> Top(TrunkReview? review, string? who, RequestId id)
    {
        yield return TextBlock.Heading(TrunkTexts.Changing(id));
        yield return new TextBlock(who is null ? TrunkTexts.UntilYouSubmit : $"{TrunkTexts.UntilYouSubmit} {who}") { IsSubtle = true };
        if (review is not null && FindingList.Of(review) is { } findings)
            yield return findings;
    }
}
