namespace TrunkBot.Approvals;

/// <summary>A room where the question stands, and what is known of its post.</summary>
/// <param name="SubjectId">What the question is about.</param>
/// <param name="IsFirst">Whether it is the approvals room; else the escalation room.</param>
/// <param name="Room">Its conversation reference as JSON.</param>
/// <param name="PostId">The post; null until it is made.</param>
/// <param name="Shown">What it has seen last.</param>
internal sealed record ApprovalPlace(string SubjectId, bool IsFirst, string Room, string? PostId, string? Shown)
{
    public string PostIdColumn => IsFirst ? "PostId" : "SecondPostId";

    public string ShownColumn => IsFirst ? "Shown" : "SecondShown";

    public static IEnumerable<ApprovalPlace> Of(Approval approval)
    {
        yield return new(approval.SubjectId, true, approval.Room, approval.PostId, approval.Shown);
        if (approval.SecondRoom is { } second)
            yield return new(approval.SubjectId, false, second, approval.SecondPostId, approval.SecondShown);
    }
}
