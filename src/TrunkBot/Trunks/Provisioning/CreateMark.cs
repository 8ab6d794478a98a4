using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>The mark that a create is about to leave: saved before it leaves, under the job's lease.</summary>
internal sealed class CreateMark(TrunkBotDbContext db, Commit commit, AuditTrail audit, IOptions<JobOptions> options, TimeProvider clock)
{
    /// <param name="job">The work, whose lease is made long enough: who waits for an answer is not to be taken for dead.</param>
    /// <param name="request">What is created.</param>
    /// <param name="answersWithin">How long VideoSDK may take to answer.</param>
    /// <param name="ct">Nothing was marked.</param>
    /// <returns>False if another worker was faster.</returns>
    public async Task<bool> TrySetAsync(Job job, TrunkRequest request, TimeSpan answersWithin, CancellationToken ct)
    {
        request.StartProvisioning(clock.GetUtcNow());
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "provisioning");
        job.Renew(clock.GetUtcNow() + answersWithin + options.Value.LeaseFor);
        return await commit.TrySaveAsync(db, ct);
    }

    /// <summary>
    /// Whether it still holds. The process may have been stopped since it was saved, for so long that others took it for dead. The lease is long
    /// enough for the answer too, by our clock; and by the database nobody has touched work or request since.
    /// </summary>
    public async Task<bool> HoldsAsync(Job job, TrunkRequest request, TimeSpan answersWithin) =>
        clock.GetUtcNow() + answersWithin <= job.LeasedUntil
        && await db.Jobs.AnyAsync(
            one => one.Id == job.Id && one.Version == job.Version && db.Set<TrunkRequest>().Any(other => other.Number == request.Number && other.Version == request.Version),
            CancellationToken.None);
}
