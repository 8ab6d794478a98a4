using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Clocks;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Asks people, and lets the clocks run. What it changes is saved by the turn that called.</summary>
internal sealed class ApprovalAsking(
    ApprovalDesk approvals, RoomBook rooms, ConversationPace pace, JobQueue jobs, IOptions<ApprovalOptions> options, TimeProvider clock)
{
    /// <summary>Puts the question to the tenant's approvals room.</summary>
    /// <returns>False when the tenant has no room; nothing was asked.</returns>
    public async Task<bool> AskAsync(ApprovalQuestion question, CancellationToken ct)
    {
        if (await rooms.FindAsync(question.Asker.TenantId, ct) is not { } room)
            return false;
        var now = clock.GetUtcNow();
        var approval = new Approval(question, RoomBook.Write(room), now, now + options.Value.ExpiresAfter);
        approvals.Open(approval);
        var show = jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        if (pace.LineUp(show.Id, room) is { } until)
            show.Repeat(until);
        jobs.Add(new RemindApproval(approval.SubjectId), approval.TenantId, now + options.Value.RemindAfter);
        jobs.Add(new EscalateApproval(approval.SubjectId), approval.TenantId, now + options.Value.EscalateAfter);
        jobs.Add(new ExpireApproval(approval.SubjectId), approval.TenantId, approval.ExpiresAt);
        return true;
    }

    /// <summary>Puts another question in the place of one that waits. The clocks' jobs go by the approval, so that they begin anew as well.</summary>
    /// <returns>Whose approvals are void.</returns>
    public async Task<IReadOnlyList<string>> AskAnewAsync(ApprovalQuestion question, CancellationToken ct)
    {
        var approval = (await approvals.FindAsync(question.SubjectId, question.Asker.TenantId, ct))!;
        var now = clock.GetUtcNow();
        var voided = approval.AskAnew(question, now, now + options.Value.ExpiresAfter);
        if (await rooms.PlaceOfAsync(approval, ct) is { } room)
            jobs.Post(room, () => Activity.Message(ApprovalTexts.AskedAnew(approval, voided)));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return voided;
    }
}
