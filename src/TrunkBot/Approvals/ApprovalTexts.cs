using System.Diagnostics;
using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>What is said about approvals.</summary>
internal static class ApprovalTexts
{
    public const string NotInAGroup =
        "Approvals need a place where several people sit. Type /trunk approvals here in the Teams channel or group chat of your approvers.";

    public const string RoomSet = "Approvals for your company are asked for here from now on. People with the Approver role decide; nobody decides about their own request.";

    public const string NoSuchRequest = "I know no request with that number in your company. Type /trunk requests to see those that there are.";

    public static string WhyMissing(Approval approval) =>
        $"Say why you reject {approval.SubjectId}. {Who(approval.AskerName)} reads it. Write it in the comment, or type /trunk reject {approval.SubjectId} and why.";

    public static string OwnRequest(Approval approval) => $"You asked for this yourself. Somebody else with the {approval.Role} role has to decide.";

    public const string NoRoomIsSet = "No approvals room is set. An Admin sets one with /trunk approvals here.";

    public const string SecondRoomIsGone =
        "The escalation room is gone: it was deleted, or TrunkBot was removed from it. Set Approvals:EscalationRoom to another one, or add TrunkBot there again.";

    public static string RoomsAreGone(int gone, int all) =>
        (all == 1 ? "The approvals room is gone: it was deleted, or TrunkBot was removed from it. "
            : string.Create(CultureInfo.InvariantCulture, $"{gone} of {all} approvals rooms are gone: deleted, or TrunkBot was removed. "))
        + "An Admin chooses another with /trunk approvals here.";

    /// <summary>What whoever asked reads.</summary>
    public static string RoomLostToAsker(Approval approval) =>
        $"{approval.SubjectId} can't reach the approvers: their room was deleted, or TrunkBot was removed from it. "
        + "The request is kept. Ask a colleague with the Admin role to type /trunk approvals here in a new room.";

    public static string MovedToAsker(Approval approval) => $"{approval.SubjectId} is now in front of the approvers in another room.";

    public static string RoomFoundToAsker(Approval approval) => $"{approval.SubjectId} is in front of the approvers again.";

    public static string RoomLostToAdmins(int waiting) =>
        "The approvals room is gone: it was deleted, or TrunkBot was removed from it. Nobody can ask for a trunk until there is one. "
        + "Type /trunk approvals here in the channel or group chat of your approvers. " + WaitingThere(waiting);

    public static string SecondRoomLostToAdmins(int waiting) => $"{SecondRoomIsGone} {WaitingThere(waiting)}";

    private static string WaitingThere(int waiting) => waiting switch
    {
        0 => "No request waits there.",
        1 => "1 request waits and will be shown in the new room.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{waiting} requests wait and will be shown in the new room."),
    };

    /// <summary>What the person who asks reads when there are fewer approvers than are needed.</summary>
    public static string CannotBeReached(Verdict needs, int others) => Plural.Of(
        others,
        $"Only 1 other person has the {needs.Role} role, so it can't be approved. An administrator can add approvers or change the rule.",
        $"Only {others} other people have the {needs.Role} role, so it can't be approved. An administrator can add approvers or change the rule.");

    /// <summary>The same for who runs the program.</summary>
    public static string CannotBeReachedByAnybody(Verdict needs, int people) => Plural.Of(
        needs.Approvers,
        $"No request can be approved: 1 approval is needed by the {needs.Role} role, which nobody has. Add people to Access:Roles:{needs.Role}.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"A rule asks for {needs.Approvers} approvals by the {needs.Role} role, which {people} in Access:Roles:{needs.Role} can give. Name more people there, or change the rule: {string.Join(" ", needs.Why)}"));

    /// <summary>Why a yes does not count any more.</summary>
    public static string Lapsed(Approval approval, Decision decision) =>
        $"{Who(decision.PersonName)} no longer has the {(decision.IsPush ? Role.Admin : approval.Role)} role, so this approval doesn't count.";

    /// <summary>A line with a colon.</summary>
    public static string LapsedLine(Approval approval, Decision decision) => $"No longer counts: {Lapsed(approval, decision)}";

    /// <summary>What the person who asked reads when the approvals are not enough any more just before the create.</summary>
    public static string NoLongerApproved(Approval approval) =>
        $"Nothing was sent: {approval.SubjectId} isn't approved any more. {string.Join(" ", approval.Lapsed.Select(decision => Lapsed(approval, decision)))} Ask again.";

    public static string AskerHasLost(Approval approval) =>
        $"Nothing was sent: {Who(approval.AskerName)}, who asked for {approval.SubjectId}, no longer has the Requester role.";

    public static string NobodyCouldTell(Approval approval) =>
        $"Nothing was sent: I couldn't find out whether everyone who asked for and approved {approval.SubjectId} still has the role.";

    private static string CannotTell(Approval approval) =>
        $"I can't find out now whether everyone who approved {approval.SubjectId} still has the role. Nothing was changed. Try again in a few minutes.";

    public static string RoomMoved(string? by) => $"{Who(by)} moved approvals to another place. New requests are no longer asked for here.";

    public static string State(Approval approval) => approval.State switch
    {
        ApprovalState.Open => Waiting(approval),
        ApprovalState.Granted => approval.HasQuorum ? "Approved." : "Pushed through by an Admin, without the approvals that were missing.",
        ApprovalState.Rejected => "Rejected. Nothing was created.",
        ApprovalState.Withdrawn => "Taken back. Nothing was created.",
        _ => "Expired: nobody decided in time. Nothing was created.",
    };

    public static string Summary(Approval approval) => approval.Outcome ?? State(approval);

    public static string TooLate(Approval approval) => $"{approval.SubjectId} was decided before. {Summary(approval)}";

    public static string Reminder(Approval approval, DateTimeOffset now) =>
        $"{approval.SubjectId} has waited for {Spoken(now - approval.AskedAt)}: {approval.Title}, asked for by {Who(approval.AskerName)}. "
        + $"Decide on its card, or type /trunk approve {approval.SubjectId} or /trunk reject {approval.SubjectId} and why. "
        + $"Without a decision it expires in {Spoken(approval.ExpiresAt - now)}.";

    public static string Escalated(Approval approval) =>
        $"Nobody has decided about {approval.SubjectId} yet, so it is now shown to a second group too. You can still decide here.";

    private static string Spoken(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => $"{Math.Round(time.TotalDays)} days",
        { TotalHours: >= 2 } => $"{Math.Round(time.TotalHours)} hours",
        { TotalMinutes: >= 2 } => $"{Math.Round(time.TotalMinutes)} minutes",
        _ => "a minute",
    };

    public static string AskedAnew(Approval approval, IReadOnlyList<string> voided) =>
        $"{Who(approval.AskerName)} has changed {approval.SubjectId}. Look at its card again. "
        + (voided.Count == 0 ? "Nobody had approved it yet." : $"Void, because they were about something else: the approvals by {string.Join(", ", voided)}.");

    public static string Changed(int revision) =>
        revision == 2 ? "Once since it was first asked; what was approved before is void" : $"{revision - 1} times since it was first asked; what was approved before is void";

    private static string Facts(Approval approval) => string.Join(", ", approval.Facts.Select(fact => $"{fact.Title.ToLowerInvariant()} {CardText.Visible(fact.Value)}"));

    public static string LookAgain(Approval approval) =>
        $"{approval.SubjectId} is not approved yet. "
        + (approval.Revision == 1 ? "" : $"{Who(approval.AskerName)} has changed it; it asks for this now: {Facts(approval)}. ")
        + (approval.Later.Count == 0 ? "" : $"This has come up since it was asked: {string.Join(" ", approval.Later)} ")
        + $"Type /trunk approve {approval.SubjectId} again to approve it all the same.";

    /// <summary>What whoever decided reads.</summary>
    public static string Answer(DecisionOutcome outcome, RoleBook roles, RoleSet mine) => outcome switch
    {
        Decided { Approval: var approval } => Decided(approval),
        LookAgain { Approval: var approval } => LookAgain(approval),
        ReasonMissing { Approval: var approval } => WhyMissing(approval),
        NobodyCanTell { Approval: var approval } => CannotTell(approval),
        NotDecided { Why: var why } => WhyNot(why, roles, mine),
        _ => throw new UnreachableException(),
    };

    /// <summary>What whoever may not reads.</summary>
    public static string WhyNot(Hindrance why, RoleBook roles, RoleSet mine) => why switch
    {
        RoleMissing { AnyOf: var role, Rules: var rules } => RoleMissing(roles.Refusal(mine, role), rules),
        ApprovedBefore { Approval: var approval } => ApprovedBefore(approval),
        LeftToAnother { Approval: var approval, Handover: var on } => HandoverTexts.NotYours(approval, on),
        NothingLeft { Approval: var approval } => HandoverTexts.NothingLeft(approval),
        NothingHandedOn { Approval: var approval } => HandoverTexts.NothingHandedOn(approval),
        DecidedMeanwhile { Approval: var approval, Decision: var decision } => HandoverTexts.DecidedMeanwhile(approval, decision),
        TooLate { Approval: var approval } => TooLate(approval),
        OwnRequest { Approval: var approval } => OwnRequest(approval),
        AgainstARule { Approval: var approval, Verdict: var verdict } => AgainstARule(approval, verdict),
        NoSuchApproval => NoSuchRequest,
        _ => throw new UnreachableException(),
    };

    public static string Decided(Approval approval) => approval.State switch
    {
        ApprovalState.Granted => $"{approval.SubjectId} is approved. {Who(approval.AskerName)} is told when it is done.",
        ApprovalState.Open => $"Your approval of {approval.SubjectId} counts. {Waiting(approval)}",
        _ => $"{approval.SubjectId} is rejected. {Who(approval.AskerName)} is told.",
    };

    /// <summary>Lines with a colon: who has to approve, and which rules ask for it.</summary>
    public static IEnumerable<string> Needs(Verdict needs) =>
        needs.Why.Select(why => $"Rule: {why}").Prepend($"Who approves: {PolicyTexts.People(needs)}");

    private static string ApprovedBefore(Approval approval) =>
        $"You have approved {approval.SubjectId} already, so nothing was changed. {Waiting(approval)}";

    private static string AgainstARule(Approval approval, Verdict verdict) =>
        $"{approval.SubjectId} cannot be approved now. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules} It can still be rejected.";

    private static string RoleMissing(string refusal, IReadOnlyList<string> why) =>
        why.Count == 0 ? refusal : $"{PolicyTexts.Rules(why)} {refusal}";

    private static string Waiting(Approval approval) => (approval.Required, approval.Role) is (1, Role.Approver)
        ? "Waiting for an approver."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Waiting: {approval.Counted.Count} of {approval.Required} {(approval.Required == 1 ? "approval" : "approvals")} by people with the {approval.Role} role.");

    /// <summary>A line with a colon: what, and by whom.</summary>
    public static string DecisionLine(Decision decision) =>
        $"{Did(decision)}: {Who(decision.PersonName)}{(decision.InPlaceOf is { } others ? $", in place of {others}" : "")}{(decision.Comment is { Length: > 0 } comment ? $" ({CardText.Visible(comment)})" : "")}";

    private static string Did(Decision decision) =>
        decision.IsPush ? "Pushed through by" : decision.Approved ? "Approved by" : "Rejected by";

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : "Somebody";
}
