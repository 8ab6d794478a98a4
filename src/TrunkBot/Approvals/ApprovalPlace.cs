using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals;

/// <summary>A room where the question stands, and what is known of its post.</summary>
/// <param name="SubjectId">What the question is about.</param>
/// <param name="IsFirst">Whether it is the approvals room; else the escalation room.</param>
/// <param name="Room">Its conversation reference as JSON.</param>
/// <param name="PostId">The post; null until it is made.</param>
/// <param name="Shown">What it has seen last.</param>
internal sealed record ApprovalPlace(string SubjectId, bool IsFirst, string Room, string? PostId, string? Shown)
{
    // What the room has seen is no part of the approval's life: noting it must not win a race against a decision or an outcome.
    private static readonly Statement s_first =
        Statement.Update<Approval>().Set(nameof(Approval.PostId), nameof(Approval.Shown)).Where(nameof(Approval.SubjectId));

    private static readonly Statement s_second =
        Statement.Update<Approval>().Set(nameof(Approval.SecondPostId), nameof(Approval.SecondShown)).Where(nameof(Approval.SubjectId));

    public static IEnumerable<ApprovalPlace> Of(Approval approval)
    {
        yield return new(approval.SubjectId, true, approval.Room, approval.PostId, approval.Shown);
        if (approval.SecondRoom is { } second)
            yield return new(approval.SubjectId, false, second, approval.SecondPostId, approval.SecondShown);
    }

    /// <summary>Notes the post there and what it shows.</summary>
    public Change Note(string? postId, string? shown) => Change.By(IsFirst ? s_first : s_second, postId, shown, SubjectId);
}
