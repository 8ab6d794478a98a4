using TrunkBot.Approvals.Deciding;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Pushing;

/// <summary>Asks an Admin for the second confirmation: what exactly, whom it skips, and why.</summary>
internal static class PushCard
{
    public const string Push = "request.push", Reason = "reason";

    public static AdaptiveCard Of(Approval approval, string? reason, bool reasonMissing, CardActions can) => new()
    {
        FallbackText = $"{PushTexts.Title(approval)} {PushTexts.Confirm}",
        Body =
        [
            TextBlock.Heading(PushTexts.Title(approval)),
            StateBanner.Of(reasonMissing ? PushTexts.ReasonMissing : PushTexts.Confirm, ContainerStyles.Warning),
            new FactSet(
            [
                new Fact(ApprovalTexts.AskedBy, CardText.Plain(ApprovalTexts.Who(approval.AskerName))),
                .. approval.Facts.Select(fact => fact.Said()).Select(fact => new Fact(fact.Title, CardText.Plain(fact.Value))),
                new Fact(PushTexts.Skipped, CardText.Plain(PushTexts.Skips(approval))),
                .. approval.Why.Select(why => new Fact(PushTexts.Rule, CardText.Plain(why.ToString()))),
            ]),
            .. ApprovalCard.Warnings(approval),
            new TextInput(Reason, PushTexts.Reason)
            {
                Value = reason,
                IsMultiline = true,
                MaxLength = Comments.Longest,
                IsRequired = true,
                ErrorMessage = PushTexts.ReasonMissing,
            },
        ],
        Actions = [CardButton.Of(can, PushTexts.PushIt, Push, approval.SubjectId, (ApprovalCard.Seen, approval.Mark))],
    };
}
