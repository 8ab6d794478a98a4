using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Clocks;

/// <summary>The room hears of a question that waits.</summary>
internal sealed record RemindApproval(string SubjectId) : IPayload<RemindApproval>
{
    public static string Kind => "remind-approval";

    public string Purpose => Say.It($"remind the approvals room of {SubjectId}");

    public static RemindApproval Read(string stored) => new(stored);

    public string Write() => SubjectId;
}

/// <summary>
/// Says in the room that a question still waits, and again after a while. It goes by when the room was last reminded, not by when it was
/// to run: late it reminds once, early it waits, and a clock that is set back makes it say nothing twice.
/// </summary>
internal sealed class RemindApprovalJob(TrunkBotDbContext db, RoomBook rooms, JobQueue jobs, IOptions<ApprovalOptions> options, TimeProvider clock) : IJobHandler<RemindApproval>
{
    public async Task<JobResult> RunAsync(RemindApproval payload, Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == payload.SubjectId, cancellationToken);
        var now = clock.GetUtcNow();
        if (approval.State != ApprovalState.Open || approval.ExpiresAt <= now)
            return JobResult.Done;
        if (DueAt(approval) is var due && due > now)
            return JobResult.Again(due - now);
        // A room that is gone hears nothing. A reminder is an answer to the card, so that a click leads to it.
        if (!await rooms.IsGoneAsync(approval.Room, cancellationToken))
        {
            approval.Reminded(now);
            jobs.Post(RoomBook.Read(approval.Room) with { ActivityId = approval.PostId }, () => Activity.Message(ApprovalTexts.Reminder(approval, now)));
        }

        return JobResult.Again(options.Value.RemindEvery);
    }

    private DateTimeOffset DueAt(Approval approval) =>
        approval.RemindedAt + options.Value.RemindEvery ?? approval.AskedAt + options.Value.RemindAfter;
}
