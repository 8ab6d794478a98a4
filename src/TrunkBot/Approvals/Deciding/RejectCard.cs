using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Deciding;

/// <summary>Asks why a request is rejected.</summary>
internal static class RejectCard
{
    public const string AskWhy = "request.why";

    /// <param name="subjectId">What is rejected.</param>
    /// <param name="comment">What was typed so far.</param>
    /// <param name="problem">Why that would not do; null while nothing was submitted.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(string subjectId, string? comment, string? problem, CardActions can) => new()
    {
        FallbackText = ApprovalTexts.RejectByLine(subjectId),
        Body =
        [
            TextBlock.Heading(ApprovalTexts.RejectTitle(subjectId)),
            .. problem is null ? Array.Empty<CardElement>() : [new TextBlock(CardText.Plain(problem)) { Color = TextColors.Attention }],
            new TextInput(ApprovalCard.Comment, ApprovalTexts.Reason)
            {
                Value = comment,
                IsMultiline = true,
                MaxLength = Comments.Longest,
                IsRequired = true,
                ErrorMessage = ApprovalTexts.ReasonMissing,
            },
        ],
        Actions = [CardButton.Of(can, ApprovalTexts.Reject, ApprovalCard.Reject, subjectId)],
    };
}
