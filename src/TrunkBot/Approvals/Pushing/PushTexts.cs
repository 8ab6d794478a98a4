using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Languages;
using TrunkBot.Policies;
using static TrunkBot.Approvals.ApprovalTexts;

namespace TrunkBot.Approvals.Pushing;

/// <summary>What is said about requests that are pushed through.</summary>
internal static class PushTexts
{
    public static string PushIt => Say.It("Push it through");
    public static string Skipped => Say.It("Skips");
    public static string Rule => Say.It("Rule");
    public static string Reason => Say.It("Reason (everybody reads it)");

    // What the command takes, for /help and for a line that lacks one of them.
    public static string TheReason => Say.Later("Why the approvers are skipped");

    public static string Help => Say.Later("In an emergency: push somebody else's request through without its approvers, who are told");

    public static string OwnRequest => Say.It("You asked for this yourself, so another administrator has to push it through, or the approvers decide.");

    public static string ReasonMissing => Say.It("Say why. Everybody you skip reads it, and it stays in the audit.");

    public static string Confirm =>
        Say.It("Nothing is pushed through yet. Check it, then press Push it through. Everybody you skip is told, with your name and your reason.");

    public static string Title(Approval approval) => Say.It($"Push {approval.SubjectId} through without approval?");

    /// <summary>What whoever may not reads.</summary>
    public static string WhyNot(Hindrance why, RoleBook roles, RoleSet mine) => why switch
    {
        Deciding.OwnRequest => OwnRequest,
        AgainstARule { Approval: var approval, Verdict: var verdict } => AgainstARule(approval, verdict),
        _ => ApprovalTexts.WhyNot(why, roles, mine),
    };

    private static string AgainstARule(Approval approval, Verdict verdict) =>
        Say.It($"{approval.SubjectId} can't be pushed through, because that skips people, not rules. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules}");

    public static string Skips(Approval approval)
    {
        var missing = approval.Required - approval.Counted.Count;
        return approval.Role is Role.Admin
            ? Plural.Of(missing, Say.It("1 approval from an administrator"), Say.It($"{missing} approvals from administrators"))
            : Plural.Of(missing, Say.It("1 approval from an approver"), Say.It($"{missing} approvals from approvers"));
    }

    public static string Notice(Approval approval, Person by, string reason) =>
        Say.It($"{Who(by.Name)} pushed {approval.SubjectId} through as an administrator: {approval.Title}, asked for by {Who(approval.AskerName)}. "
        + $"Skipped: {Skips(approval)}. Reason: “{Protocol.Cards.CardText.Visible(reason)}”");
}
