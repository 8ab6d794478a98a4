using TrunkBot.Access;
using TrunkBot.Protocol.Schema;
using static TrunkBot.Approvals.ApprovalTexts;

namespace TrunkBot.Approvals;

/// <summary>What is said about decisions that are handed on.</summary>
internal static class HandoverTexts
{
    public const string ColleagueMissing = "Enter the sign-in name of a colleague who sits in the approvals room.";

    public const string NoRoster = "I cannot see who sits in the approvals room now. Nothing was changed. Try again in a few minutes.";

    public static string HandedOn(Approval approval, Person to) =>
        $"{approval.SubjectId} is left to {Who(to.Name)}, who is told in the approvals room. Your own approval no longer counts; "
        + $"to decide yourself after all, type /trunk delegate {approval.SubjectId} me.";

    public static string TakenBack(Approval approval) => $"The decision about {approval.SubjectId} is yours again.";

    public static string NothingLeft(Approval approval) =>
        $"You have approved {approval.SubjectId} already, so there is no decision left to hand on.";

    public static string NothingHandedOn(Approval approval) => $"You have not handed {approval.SubjectId} on, so the decision is yours anyway.";

    public static string NotInTheRoom(Approval approval) =>
        $"I find nobody of that name in the approvals room. Mention somebody who sits there, or type their sign-in name: /trunk delegate {approval.SubjectId} @colleague.";

    public static string ToTheAsker(Approval approval) =>
        $"{Who(approval.AskerName)} asked for {approval.SubjectId} and cannot decide about it. Name somebody else with the {approval.Role} role.";

    public static string RoleMissing(Approval approval, Person to) =>
        $"{Who(to.Name)} does not have the role {approval.Role}, which {approval.SubjectId} needs, so nothing was changed. Name somebody who has it, "
        + $"or ask whoever runs TrunkBot to add {Who(to.Name)} to Access:Roles:{approval.Role}.";

    public static string HasApproved(Approval approval, Person to) =>
        $"{Who(to.Name)} has approved {approval.SubjectId} already. Name somebody else with the {approval.Role} role.";

    public static string HandedOnBefore(Approval approval, Handover on) =>
        $"{Who(on.FromName)} has handed {approval.SubjectId} on to {Who(on.ToName)}. Name {Who(on.ToName)}, or somebody else with the {approval.Role} role.";

    public static string DecidedMeanwhile(Approval approval, Decision decided) =>
        $"{Who(decided.PersonName)} has approved {approval.SubjectId} in your place already, so it cannot be taken back. You can still reject it: /trunk reject {approval.SubjectId} and why.";

    /// <summary>Why somebody's own yes does not count.</summary>
    public static string NotYours(Approval approval, Handover on) =>
        $"You have left {approval.SubjectId} to {Who(on.ToName)}, so your own approval does not count. "
        + $"Type /trunk delegate {approval.SubjectId} me to take it back, then approve. You can reject it as it is.";

    /// <summary>A line with a colon.</summary>
    public static string Line(Handover handover) => $"Handed on: {Who(handover.FromName)} leaves it to {Who(handover.ToName)}";

    /// <summary>Mentions the colleague, so that Teams tells them.</summary>
    public static Activity Notice(Approval approval, Person by, ChannelAccount to, string? note)
    {
        var mention = $"<at>{Plain(Who(to.Name))}</at>";
        var message = Activity.Message(
            $"{mention}, {Plain(Who(by.Name))} leaves {approval.SubjectId} to you: {Plain(approval.Title)}. "
            + (note is null ? "" : $"They say: {Plain(note)} ")
            + $"Decide on its card, or type /trunk approve {approval.SubjectId} or /trunk reject {approval.SubjectId} and why.");
        message.TextFormat = TextFormats.Markdown;
        message.Entities = [new Entity { Type = "mention", Text = mention, Mentioned = new ChannelAccount { Id = to.Id, Name = to.Name } }];
        return message;
    }

    // Only the mention is mark-up.
    private static string Plain(string text) => Protocol.Cards.CardText.Plain(text.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal));
}
