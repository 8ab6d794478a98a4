using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>What is said about approvals.</summary>
internal static class ApprovalTexts
{
    public const string NotInAGroup =
        "Approvals need a place where several people sit. Type /trunk approvals here in the Teams channel or group chat of your approvers.";

    public const string RoomSet = "Approvals for your company are asked for here from now on. People with the Approver role decide; nobody decides about their own request.";

    public const string OwnRequest = "You asked for this yourself. Somebody else with the Approver role has to decide.";

    public const string NoSuchRequest = "I know no request with that number in your company. Type /trunk requests to see those that there are.";

    public const string ReasonMissing = "Say why, so that the asker knows what to change: /trunk reject TR-7 reason.";

    public static string RoomMoved(string? by) => $"{Who(by)} moved approvals to another place. New requests are no longer asked for here.";

    public static string State(Approval approval) => approval.State switch
    {
        ApprovalState.Open => "Waiting for an approver.",
        ApprovalState.Granted => "Approved.",
        ApprovalState.Rejected => "Rejected. Nothing was created.",
        ApprovalState.Withdrawn => "Taken back. Nothing was created.",
        _ => "Expired: nobody decided in time. Nothing was created.",
    };

    public static string Summary(Approval approval) => approval.Outcome ?? State(approval);

    public static string TooLate(Approval approval) => $"{approval.SubjectId} was decided before. {Summary(approval)}";

    public static string LookAgain(Approval approval) =>
        $"{approval.SubjectId} is not approved yet, because something has come up since it was asked. {string.Join(" ", approval.Later)} "
        + $"Type /trunk approve {approval.SubjectId} again to approve it all the same.";

    public static string Decided(Approval approval) => approval.State is ApprovalState.Granted
        ? $"{approval.SubjectId} is approved. {Who(approval.AskerName)} is told when it is done."
        : $"{approval.SubjectId} is rejected. {Who(approval.AskerName)} is told.";

    /// <summary>A line with a colon: what, and by whom.</summary>
    public static string DecisionLine(Decision decision) =>
        $"{(decision.Approved ? "Approved by" : "Rejected by")}: {Who(decision.PersonName)}{(decision.Comment is { Length: > 0 } comment ? $" ({CardText.Visible(comment)})" : "")}";

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : "Somebody";
}
