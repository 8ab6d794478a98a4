using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>The clock ran out.</summary>
internal sealed class ExpireApprovalJob(TrunkBotDbContext db, ApprovalDesk desk) : IJobHandler
{
    public const string JobKind = "expire-approval";

    public string Kind => JobKind;

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == job.Payload, cancellationToken);
        if (approval.State == ApprovalState.Open)
            await desk.ExpireAsync(approval, cancellationToken);
        return JobResult.Done;
    }
}
