using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>A draft that was left alone for a day expires, and its password goes with it.</summary>
internal sealed class DraftHousekeeping(
    TrunkBotDbContext db, Commit commit, AuditTrail audit, IOptions<TrunkOptions> options, TimeProvider clock) : IHousekeeping
{
    private const int AtOnce = 500;

    public async Task CleanAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - options.Value.DraftLifetime;
        var old = await db.Requests
            .Where(request => request.State == RequestState.Draft && request.ChangedAt <= oldest)
            .OrderBy(request => request.ChangedAt)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var draft in old)
        {
            draft.Expire(clock.GetUtcNow());
            audit.ByTrunkBot(draft.TenantId, draft.Id.ToString(), "expired", "the draft was left alone");
        }

        await commit.TrySaveAsync(db, ct);
    }
}
