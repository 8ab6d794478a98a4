using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Policies;
using static TrunkBot.Approvals.ApprovalTexts;

namespace TrunkBot.Approvals;

/// <summary>What is said about requests that are pushed through.</summary>
internal static class PushTexts
{
    public const string OwnRequest = "You asked for this yourself. Another Admin has to push it through, or the approvers decide.";

    public const string ReasonMissing = "Say why: everybody who is skipped reads it, and it stays in the audit.";

    public const string Confirm = "Nothing is pushed through yet. Look at it, then press Push it through. Everybody skipped is told, with your name and your reason.";

    /// <summary>What whoever may not reads.</summary>
    public static string WhyNot(Hindrance why, RoleBook roles, RoleSet mine) => why switch
    {
        Approvals.OwnRequest => OwnRequest,
        AgainstARule { Approval: var approval, Verdict: var verdict } => AgainstARule(approval, verdict),
        _ => ApprovalTexts.WhyNot(why, roles, mine),
    };

    private static string AgainstARule(Approval approval, Verdict verdict) =>
        $"{approval.SubjectId} cannot be pushed through: that skips people, not rules. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules}";

    public static string Skips(Approval approval) => (approval.Required - approval.Counted.Count) is var missing && missing == 1
        ? $"one approval by somebody with the {approval.Role} role"
        : string.Create(CultureInfo.InvariantCulture, $"{missing} approvals by people with the {approval.Role} role");

    public static string Notice(Approval approval, Person by, string reason) =>
        $"{Who(by.Name)} has pushed {approval.SubjectId} through as an Admin: {approval.Title}, asked for by {Who(approval.AskerName)}. "
        + $"Skipped: {Skips(approval)}. Reason: {Protocol.Cards.CardText.Visible(reason)}";
}
