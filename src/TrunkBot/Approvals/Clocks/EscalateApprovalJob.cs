using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Clocks;

/// <summary>A question that waits for too long goes to a second group.</summary>
internal sealed record EscalateApproval(string SubjectId) : IPayload<EscalateApproval>
{
    public static string Kind => "escalate-approval";

    public string Purpose => Say.It($"show {SubjectId} in the second approvals room");

    public static EscalateApproval Read(string stored) => new(stored);

    public string Write() => SubjectId;
}

/// <summary>Puts a question that waits for too long to a second group as well. Who may decide stays the same; both posts show the outcome.</summary>
internal sealed class EscalateApprovalJob(
    TrunkBotDbContext db, RoomBook rooms, JobQueue jobs, AuditTrail audit, IOptions<ApprovalOptions> options, TimeProvider clock) : IJobHandler<EscalateApproval>
{
    public async Task<JobResult> RunAsync(EscalateApproval payload, Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == payload.SubjectId, cancellationToken);
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
            jobs.Post(RoomBook.Read(approval.Room) with { ActivityId = approval.PostId }, () => Activity.Message(ApprovalTexts.Escalated(approval)));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return JobResult.Done;
    }
}
