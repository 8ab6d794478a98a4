using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Clocks;

/// <summary>The clock ran out.</summary>
internal sealed class ExpireApprovalJob(TrunkBotDbContext db, ApprovalDesk desk, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "expire-approval";

    public string Kind => JobKind;

    public string Purpose(string payload) => $"let {payload} expire";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == job.Payload, cancellationToken);
        if (approval.State != ApprovalState.Open)
            return JobResult.Done;
        // Asked anew since, or the clock was set back: there is time left.
        if (approval.ExpiresAt - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            return JobResult.Again(left);
        await desk.ExpireAsync(approval, cancellationToken);
        return JobResult.Done;
    }
}
