using System.Diagnostics;
using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>What is said about approvals.</summary>
internal static class ApprovalTexts
{
    public static string Approve => Say.It("Approve");
    public static string Reject => Say.It("Reject");
    public static string Refresh => Say.It("Refresh");
    public static string AskedBy => Say.It("Asked by");
    public static string WasChanged => Say.It("Changed");

    public static string Comment => Say.It("Comment (needed to reject; the person who asked reads it)");

    public static string Warnings => Say.It("Look at this before you decide");
    public static string NewWarnings => Say.It("New since it was asked: look at this, then decide");
    public static string WarningsSeen => Say.It("Warnings that the approvers saw");
    public static string WarningsAfter => Say.It("Warnings that came after it was asked");

    // What the commands take, for /help and for a line that lacks one of them.
    public static string TheRequest => Say.Later("The request, like TR-7");
    public static string TheComment => Say.Later("What the person who asked should know");
    public static string TheWordHere => Say.Later("The word here");

    public static string ApproveHelp => Say.Later("Approve somebody else's request");
    public static string RejectHelp => Say.Later("Reject somebody else's request, with a reason");
    public static string RoomHelp => Say.Later("Ask for approvals in this channel or group chat");

    public static string NotInAGroup => Say.It("Approvals need a channel or group chat. Type /trunk approvals here in the one where your approvers are.");

    public static string RoomSet =>
        Say.It("This is your company's approvals room now. People with the Approver role decide here, and nobody decides about their own request.");

    public static string NoSuchRequest => Say.It("I can't find that request in your company. Type /trunk requests to see them all.");

    public const string RemindTooLate =
        "Approvals:RemindAfter must be shorter than Approvals:EscalateAfter: the first room is reminded before a second one is asked.";

    public const string EscalateTooLate =
        "Approvals:EscalateAfter must be shorter than Approvals:ExpiresAfter, or the request expires before a second room is asked.";

    public static string WhyMissing(Approval approval) =>
        Say.It($"Say why you reject {approval.SubjectId}: {Who(approval.AskerName)} will read it. Write it in the comment, or type /trunk reject {approval.SubjectId} and why.");

    public static string OwnRequest(Approval approval) => approval.Role is Role.Admin
        ? Say.It("You asked for this yourself, so another administrator has to decide.")
        : Say.It("You asked for this yourself, so another approver has to decide.");

    public static string NoRoomIsSet => Say.It("No approvals room is set. An administrator can set one with /trunk approvals here.");

    public static string Room => Say.It("Approvals room");
    public static string RoomIsThere => Say.It("It is set.");

    /// <summary>For who runs the program.</summary>
    public const string SecondRoomIsGone =
        "The second approvals room is gone: it was deleted, or TrunkBot was removed from it. Set Approvals:EscalationRoom to another one, or add TrunkBot there again.";

    public static string RoomsAreGone(int gone, int all) => all == 1
        ? Say.It("The approvals room is gone: it was deleted, or TrunkBot was removed from it. An administrator can choose another with /trunk approvals here.")
        : Plural.Of(
            gone,
            Say.It($"1 of {all} approvals rooms is gone: it was deleted, or TrunkBot was removed from it. An administrator can choose another with /trunk approvals here."),
            Say.It($"{gone} of {all} approvals rooms are gone: they were deleted, or TrunkBot was removed from them. An administrator can choose others with /trunk approvals here."));

    /// <summary>What whoever asked reads.</summary>
    public static string RoomLostToAsker(Approval approval) =>
        Say.It($"{approval.SubjectId} can't reach the approvers: their room was deleted, or TrunkBot was removed from it. "
        + $"Your request is kept. Ask an administrator to type /trunk approvals here in a new room.");

    public static string MovedToAsker(Approval approval) => Say.It($"{approval.SubjectId} is now with the approvers in another room.");

    public static string RoomFoundToAsker(Approval approval) => Say.It($"{approval.SubjectId} is with the approvers again.");

    public static string RoomLostToAdmins(int waiting) =>
        Say.It($"The approvals room is gone: it was deleted, or TrunkBot was removed from it. Nobody can ask for a trunk until there is a new one. "
        + $"Type /trunk approvals here in the channel or group chat of your approvers. {WaitingThere(waiting)}");

    public static string SecondRoomLostToAdmins(int waiting) =>
        Say.It($"The second approvals room is gone: it was deleted, or TrunkBot was removed from it. "
        + $"Add TrunkBot there again, or ask the people who run TrunkBot to set another. {WaitingThere(waiting)}");

    private static string WaitingThere(int waiting) => waiting == 0
        ? Say.It("No request is waiting there.")
        : Plural.Of(
            waiting,
            Say.It("1 request is waiting and will be shown in the new room."),
            Say.It($"{waiting} requests are waiting and will be shown in the new room."));

    /// <summary>What the person who asks reads when there are fewer approvers than are needed.</summary>
    public static string CannotBeReached(Verdict needs, int others) => others == 0
        ? Say.It($"Nobody else has the {AccessTexts.Name(needs.Role)} role, so it can't be approved. An administrator can add approvers or change the rule.")
        : Plural.Of(
            others,
            Say.It($"Only 1 other person has the {AccessTexts.Name(needs.Role)} role, so it can't be approved. An administrator can add approvers or change the rule."),
            Say.It($"Only {others} other people have the {AccessTexts.Name(needs.Role)} role, so it can't be approved. An administrator can add approvers or change the rule."));

    /// <summary>The same for who runs the program.</summary>
    public static string CannotBeReachedByAnybody(Verdict needs, int people) => Plural.Of(
        needs.Approvers,
        $"No request can be approved, because nobody has the {needs.Role} role. Add people to Access:Roles:{needs.Role}.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"A rule asks for {needs.Approvers} approvals, but Access:Roles:{needs.Role} names too few people: {people}. Name more there, or change the rule: {string.Join(" ", needs.Why)}"));

    /// <summary>Why a yes does not count any more.</summary>
    public static string Lapsed(Approval approval, Decision decision) =>
        Say.It($"{Who(decision.PersonName)} no longer has the {AccessTexts.Name(decision.IsPush ? Role.Admin : approval.Role)} role, so this approval doesn't count.");

    /// <summary>A line with a colon.</summary>
    public static string LapsedLine(Approval approval, Decision decision) => Say.It($"No longer counts: {Lapsed(approval, decision)}");

    /// <summary>What the person who asked reads when the approvals are not enough any more just before the create.</summary>
    public static string NoLongerApproved(Approval approval) =>
        Say.It($"Nothing was sent: {approval.SubjectId} isn't approved any more. {string.Join(" ", approval.Lapsed.Select(decision => Lapsed(approval, decision)))} Ask again.");

    public static string AskerHasLost(Approval approval) =>
        Say.It($"Nothing was sent: {Who(approval.AskerName)}, who asked for {approval.SubjectId}, no longer has the Requester role.");

    public static string NobodyCouldTell(Approval approval, IEnumerable<string> silent) => AccessTexts.Silent(silent) is { } sources
        ? Say.It($"Nothing was sent: I couldn't check whether everyone who asked for and approved {approval.SubjectId} still has the role, because I get no answer about {sources}.")
        : Say.It($"Nothing was sent: I couldn't check whether everyone who asked for and approved {approval.SubjectId} still has the role.");

    private static string CannotTell(Approval approval, IEnumerable<string> silent) => AccessTexts.Silent(silent) is { } sources
        ? Say.It($"I can't check right now whether everyone who approved {approval.SubjectId} still has the role, because I get no answer about {sources}. Nothing was changed. Try again in a few minutes.")
        : Say.It($"I can't check right now whether everyone who approved {approval.SubjectId} still has the role. Nothing was changed. Try again in a few minutes.");

    public static string RoomMoved(string? by) => Say.It($"{Who(by)} moved approvals to another room. New requests won't be shown here.");

    public static string State(Approval approval) => approval.State switch
    {
        ApprovalState.Open => Waiting(approval),
        ApprovalState.Granted => approval.HasQuorum ? Say.It("Approved.") : Say.It("Pushed through by an administrator, without the approvals that were missing."),
        ApprovalState.Rejected => Say.It("Rejected. Nothing was created."),
        ApprovalState.Withdrawn => Say.It("Cancelled. Nothing was created."),
        ApprovalState.Expired => Say.It("Expired: nobody decided in time. Nothing was created."),
        _ => throw new UnreachableException(),
    };

    /// <summary>The card for a client that shows none.</summary>
    public static string Aloud(Approval approval) =>
        Say.It($"{approval.SubjectId}: {approval.Title}, asked for by {Who(approval.AskerName)}. {Summary(approval)}");

    public static string Heading(Approval approval) => $"{approval.SubjectId}: {CardText.Plain(approval.Title.ToString())}";

    public static string Summary(Approval approval) => approval.Outcome?.ToString() ?? State(approval);

    public static string TooLate(Approval approval) => Say.It($"{approval.SubjectId} was already decided. {Summary(approval)}");

    public static string Reminder(Approval approval, DateTimeOffset now) =>
        Say.It($"{approval.SubjectId} has waited for {Spoken(now - approval.AskedAt)}: {approval.Title}, asked for by {Who(approval.AskerName)}. "
        + $"Decide on its card, or type /trunk approve {approval.SubjectId} or /trunk reject {approval.SubjectId} and why. "
        + $"Without a decision it expires in {Spoken(approval.ExpiresAt - now)}.");

    public static string Escalated(Approval approval) =>
        Say.It($"Nobody has decided about {approval.SubjectId} yet, so it's now shown in a second room too. You can still decide here.");

    private static string Spoken(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => Days((long)Math.Round(time.TotalDays)),
        { TotalHours: >= 2 } => Hours((long)Math.Round(time.TotalHours)),
        _ => Minutes(Math.Max(1, (long)Math.Round(time.TotalMinutes))),
    };

    private static string Days(long count) => Plural.Of(count, Say.It("1 day"), Say.It($"{count} days"));

    private static string Hours(long count) => Plural.Of(count, Say.It("1 hour"), Say.It($"{count} hours"));

    private static string Minutes(long count) => Plural.Of(count, Say.It("1 minute"), Say.It($"{count} minutes"));

    public static string AskedAnew(Approval approval, IReadOnlyList<string> voided) =>
        Say.It($"{Who(approval.AskerName)} changed {approval.SubjectId}. Look at its card again. {NoLongerCounts(voided)}");

    private static string NoLongerCounts(IReadOnlyList<string> voided) => voided.Count == 0
        ? Say.It("Nobody had approved it yet.")
        : Plural.Of(
            voided.Count,
            Say.It($"This approval no longer counts, because it was about something else: {voided[0]}."),
            Say.It($"These approvals no longer count, because they were about something else: {string.Join(", ", voided)}."));

    public static string Changed(int revision) => Plural.Of(
        revision - 1,
        Say.It("Once since it was first asked. Earlier approvals don't count."),
        Say.It($"{revision - 1} times since it was first asked. Earlier approvals don't count."));

    private static string Facts(Approval approval) => string.Join(", ", approval.Facts.Select(fact => fact.Said()).Select(fact => $"{fact.Title}: {CardText.Visible(fact.Value)}"));

    public static string LookAgain(Approval approval)
    {
        List<string> sentences = [Say.It($"{approval.SubjectId} isn't approved yet.")];
        if (approval.Revision > 1)
            sentences.Add(Say.It($"{Who(approval.AskerName)} changed it, and this is what it asks for now. {Facts(approval)}."));
        if (approval.Later.Count > 0)
            sentences.Add(Say.It($"New since it was asked: {string.Join(" ", approval.Later)}"));
        sentences.Add(Say.It($"To approve it anyway, type /trunk approve {approval.SubjectId} again."));
        return string.Join(" ", sentences);
    }

    /// <summary>What whoever decided reads.</summary>
    public static string Answer(DecisionOutcome outcome, RoleBook roles, RoleSet mine) => outcome switch
    {
        Decided { Approval: var approval } => Decided(approval),
        LookAgain { Approval: var approval } => LookAgain(approval),
        ReasonMissing { Approval: var approval } => WhyMissing(approval),
        NobodyCanTell { Approval: var approval, Silent: var silent } => CannotTell(approval, silent),
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
        ApprovalState.Granted => Say.It($"{approval.SubjectId} is approved. I'll tell {Who(approval.AskerName)} when it's done."),
        ApprovalState.Open => Say.It($"Your approval of {approval.SubjectId} counts. {Waiting(approval)}"),
        ApprovalState.Rejected => Say.It($"{approval.SubjectId} is rejected. I'll tell {Who(approval.AskerName)}."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Lines with a colon: who has to approve, and which rules ask for it.</summary>
    public static IEnumerable<string> Needs(Verdict needs) =>
        needs.Why.Select(why => Say.It($"Rule: {why}")).Prepend(Say.It($"Who approves: {PolicyTexts.People(needs)}"));

    private static string ApprovedBefore(Approval approval) =>
        Say.It($"You already approved {approval.SubjectId}, so nothing was changed. {Waiting(approval)}");

    public static string Reason => Say.It("Why (the person who asked reads it)");
    public static string ReasonMissing => Say.It("Say why you reject it.");

    public static string RejectTitle(string subjectId) => Say.It($"Reject {subjectId}");

    public static string RejectByLine(string subjectId) => Say.It($"To reject {subjectId}, type /trunk reject {subjectId} and why.");

    public static string YouAsked => Say.It("You asked for this. You can edit it or take it back until it's decided.");

    /// <summary>What somebody who has said yes reads on the card.</summary>
    public static string YouApproved(Approval approval) => Missing(approval) is var missing && approval.Role is Role.Admin
        ? Plural.Of(missing, Say.It("You approved this. It still needs 1 approval from another administrator."), Say.It($"You approved this. It still needs {missing} approvals from other administrators."))
        : Plural.Of(missing, Say.It("You approved this. It still needs 1 approval from another approver."), Say.It($"You approved this. It still needs {missing} approvals from other approvers."));

    private static int Missing(Approval approval) => Math.Max(1, approval.Required - approval.Counted.Count);

    private static string AgainstARule(Approval approval, Verdict verdict) =>
        Say.It($"{approval.SubjectId} can't be approved now. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules} You can still reject it.");

    private static string RoleMissing(string refusal, IReadOnlyList<Noted> why) =>
        why.Count == 0 ? refusal : $"{PolicyTexts.Rules(why)} {refusal}";

    private static string Waiting(Approval approval) => approval.Role is Role.Admin
        ? Plural.Of(
            approval.Required,
            Say.It("Waiting for an administrator."),
            Say.It($"Waiting for administrators: {approval.Counted.Count} of {approval.Required} approvals so far."))
        : Plural.Of(
            approval.Required,
            Say.It("Waiting for an approver."),
            Say.It($"Waiting for approvers: {approval.Counted.Count} of {approval.Required} approvals so far."));

    /// <summary>A line with a colon: what, and by whom.</summary>
    public static string DecisionLine(Decision decision)
    {
        var who = decision.InPlaceOf is { } others ? Say.It($"{Who(decision.PersonName)}, in place of {others}") : Who(decision.PersonName);
        return decision.Comment is { Length: > 0 } comment ? $"{Did(decision)}: {who}: “{CardText.Visible(comment)}”" : $"{Did(decision)}: {who}";
    }

    private static string Did(Decision decision) =>
        decision.IsPush ? Say.It("Pushed through by") : decision.Approved ? Say.It("Approved by") : Say.It("Rejected by");

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : Say.It("Somebody");
}
