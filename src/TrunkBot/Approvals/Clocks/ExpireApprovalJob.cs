using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Clocks;

/// <summary>A question that nobody answers ends.</summary>
internal sealed record ExpireApproval(string SubjectId) : IPayload<ExpireApproval>
{
    public static string Kind => "expire-approval";

    public string Purpose => Say.It($"let {SubjectId} expire");

    public static ExpireApproval Read(string stored) => new(stored);

    public string Write() => SubjectId;
}

/// <summary>The clock ran out.</summary>
internal sealed class ExpireApprovalJob(TrunkBotDbContext db, ApprovalDesk desk, TimeProvider clock) : IJobHandler<ExpireApproval>
{
    public async Task<JobResult> RunAsync(ExpireApproval payload, Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == payload.SubjectId, cancellationToken);
        if (approval.State != ApprovalState.Open)
            return JobResult.Done;
        // Asked anew since, or the clock was set back: there is time left.
        if (approval.ExpiresAt - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            return JobResult.Again(left);
        await desk.ExpireAsync(approval, cancellationToken);
        return JobResult.Done;
    }
}
