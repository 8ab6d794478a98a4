using TrunkBot.Access;
using TrunkBot.Languages;
using TrunkBot.Protocol.Schema;
using static TrunkBot.Approvals.ApprovalTexts;

namespace TrunkBot.Approvals.Delegating;

/// <summary>What is said about decisions that are handed on.</summary>
internal static class HandoverTexts
{
    public static string Delegate => Say.It("Delegate");
    public static string LeaveToColleague => Say.It("Leave it to a colleague");
    public static string TakeItBack => Say.It("Take it back");

    public static string LeaveIt => Say.It("Leave it to them");
    public static string Colleague => Say.It("Their sign-in name");
    public static string Note => Say.It("What they should know (everybody in the approvals room reads it)");

    public static string Person => Say.It("Colleague");
    public static string OrTheirName => Say.It("Or their sign-in name");
    public static string NotListed => Say.It("Use the sign-in name below");

    // What the command takes, for /help and for a line that lacks one of them.
    public static string TheColleague => Say.Later("The colleague, mentioned with @ or by sign-in name");
    public static string TheNote => Say.Later("What they should know");

    public static string Help => Say.Later("Leave a decision of yours to a colleague with the role, or take it back with the word me");

    public static string ColleagueMissing => Say.It("Enter the sign-in name of a colleague who is in the approvals room.");

    public static string NoRoster => Say.It("I can't see who is in the approvals room right now. Nothing was changed. Try again in a few minutes.");

    public static string Title(string subjectId) => Say.It($"Leave {subjectId} to a colleague");

    public static string Typed(string subjectId) => Say.It($"To leave {subjectId} to a colleague, type /trunk delegate {subjectId} and their name with @.");

    public static string HandedOn(Approval approval, Person to) =>
        Say.It($"You left {approval.SubjectId} to {Who(to.Name)}. I'll tell them in the approvals room. Your own approval no longer counts. "
        + $"To decide yourself after all, type /trunk delegate {approval.SubjectId} me.");

    public static string TakenBack(Approval approval) => Say.It($"The decision about {approval.SubjectId} is yours again.");

    public static string NothingLeft(Approval approval) =>
        Say.It($"You already approved {approval.SubjectId}, so there is nothing to leave to a colleague.");

    public static string NothingHandedOn(Approval approval) => Say.It($"You haven't left {approval.SubjectId} to anybody, so the decision is yours already.");

    public static string NotInTheRoom(Approval approval) =>
        Say.It($"I can't find that person in the approvals room. Mention somebody who is there, or type their sign-in name: /trunk delegate {approval.SubjectId} @colleague.");

    public static string ToTheAsker(Approval approval) =>
        Say.It($"{Who(approval.AskerName)} asked for {approval.SubjectId}, so they can't decide about it. Choose somebody else with the {AccessTexts.Name(approval.Role)} role.");

    public static string CannotTell(Approval approval, Person to, IEnumerable<string> silent) => AccessTexts.Silent(silent) is { } sources
        ? Say.It($"I can't check right now whether {Who(to.Name)} has the {AccessTexts.Name(approval.Role)} role, because I get no answer about {sources}. Nothing was changed. Try again in a few minutes.")
        : Say.It($"I can't check right now whether {Who(to.Name)} has the {AccessTexts.Name(approval.Role)} role. Nothing was changed. Try again in a few minutes.");

    public static string RoleMissing(Approval approval, Person to) =>
        Say.It($"{Who(to.Name)} doesn't have the {AccessTexts.Name(approval.Role)} role, which {approval.SubjectId} needs, so nothing was changed. "
        + $"Choose somebody who has it. Your administrators can give it to others.");

    public static string HasApproved(Approval approval, Person to) =>
        Say.It($"{Who(to.Name)} already approved {approval.SubjectId}. Choose somebody else with the {AccessTexts.Name(approval.Role)} role.");

    public static string HandedOnBefore(Approval approval, Handover on) =>
        Say.It($"{Who(on.FromName)} left {approval.SubjectId} to {Who(on.ToName)}. Choose {Who(on.ToName)}, or somebody else with the {AccessTexts.Name(approval.Role)} role.");

    public static string DecidedMeanwhile(Approval approval, Decision decided) =>
        Say.It($"{Who(decided.PersonName)} already approved {approval.SubjectId} in your place, so you can't take it back. You can still reject it: type /trunk reject {approval.SubjectId} and why.");

    /// <summary>Why somebody's own yes does not count.</summary>
    public static string NotYours(Approval approval, Handover on) =>
        Say.It($"You left {approval.SubjectId} to {Who(on.ToName)}, so your own approval doesn't count. "
        + $"To take it back, type /trunk delegate {approval.SubjectId} me, then approve. You can reject it right now.");

    /// <summary>A line with a colon.</summary>
    public static string Line(Handover handover) => Say.It($"Left to a colleague: {Who(handover.FromName)} left it to {Who(handover.ToName)}");

    /// <summary>Mentions the colleague, so that Teams tells them.</summary>
    public static Activity Notice(Approval approval, Person by, ChannelAccount to, string? note)
    {
        var mention = $"<at>{Plain(Who(to.Name))}</at>";
        var left = Say.It($"{mention}, {Plain(Who(by.Name))} left {approval.SubjectId} to you: {Plain(approval.Title.ToString())}.");
        var next = Say.It($"Decide on its card, or type /trunk approve {approval.SubjectId} or /trunk reject {approval.SubjectId} and why.");
        // A note ends as its writer ended it, so it stands in quotes on a line of its own.
        var message = Activity.Message(note is null ? $"{left} {next}" : $"{left}\n\n“{Plain(note)}”\n\n{next}");
        message.TextFormat = TextFormats.Markdown;
        message.Entities = [new Entity { Type = "mention", Text = mention, Mentioned = new ChannelAccount { Id = to.Id, Name = to.Name } }];
        return message;
    }

    // Only the mention is mark-up.
    private static string Plain(string text) => Protocol.Cards.CardText.Plain(text.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal));
}
