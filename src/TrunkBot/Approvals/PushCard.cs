using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>Asks an Admin for the second confirmation: what exactly, whom it skips, and why.</summary>
internal static class PushCard
{
    public const string Push = "request.push", Reason = "reason";

    public static AdaptiveCard Of(Approval approval, string? reason, bool reasonMissing, CardActions can) => new()
    {
        FallbackText = $"Push {approval.SubjectId} through without approval? {PushTexts.Confirm}",
        Body =
        [
            TextBlock.Heading($"Push {approval.SubjectId} through without approval?"),
            StateBanner.Of(reasonMissing ? PushTexts.ReasonMissing : PushTexts.Confirm, ContainerStyles.Warning),
            new FactSet(
            [
                new Fact("Asked by", CardText.Plain(ApprovalTexts.Who(approval.AskerName))),
                .. approval.Facts.Select(fact => new Fact(fact.Title, CardText.Plain(fact.Value))),
                new Fact("Skips", CardText.Plain(PushTexts.Skips(approval))),
                .. approval.Why.Select(why => new Fact("Rule", CardText.Plain(why))),
            ]),
            .. ApprovalCard.Warnings(approval),
            new TextInput(Reason, "Reason (everybody reads it)")
            {
                Value = reason,
                IsMultiline = true,
                MaxLength = Comments.Longest,
                IsRequired = true,
                ErrorMessage = PushTexts.ReasonMissing,
            },
        ],
        Actions = [CardButton.Of(can, "Push it through", Push, approval.SubjectId, (ApprovalCard.Seen, approval.Mark))],
    };
}
