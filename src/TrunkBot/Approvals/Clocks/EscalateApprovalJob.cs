using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Clocks;

/// <summary>Puts a question that waits for too long to a second group as well. Who may decide stays the same; both posts show the outcome.</summary>
internal sealed class EscalateApprovalJob(
    TrunkBotDbContext db, RoomBook rooms, JobQueue jobs, AuditTrail audit, IOptions<ApprovalOptions> options, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "escalate-approval";

    public string Kind => JobKind;

    public string Purpose(string payload) => $"show {payload} in the second approvals room";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == job.Payload, cancellationToken);
        var now = clock.GetUtcNow();
        if (approval.State != ApprovalState.Open || approval.ExpiresAt <= now || approval.SecondRoom is not null)
            return JobResult.Done;
        if (approval.AskedAt + options.Value.EscalateAfter is var due && due > now)
            return JobResult.Again(due - now);
        // Set since, or not at all: the first room is reminded all the same.
        if (rooms.Second(approval.TenantId) is not { } second)
            return JobResult.Done;
        if (await rooms.IsGoneAsync(RoomBook.Write(second), cancellationToken))
            return JobResult.Again(options.Value.RemindEvery);
        approval.Escalate(RoomBook.Write(second));
        audit.ByTrunkBot(approval.TenantId, approval.SubjectId, "escalated", second.Conversation.Id);
        if (!await rooms.IsGoneAsync(approval.Room, cancellationToken))
            jobs.Post(RoomBook.Read(approval.Room) with { ActivityId = approval.PostId }, Activity.Message(ApprovalTexts.Escalated(approval)));
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        return JobResult.Done;
    }
}
