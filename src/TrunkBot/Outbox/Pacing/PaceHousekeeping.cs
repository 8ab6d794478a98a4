using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Outbox.Pacing;

/// <summary>What was sent so long ago that it holds nobody up.</summary>
internal sealed class PaceHousekeeping(TrunkBotDbContext db, Commit commit, TimeProvider clock) : IHousekeeping
{
    public async Task CleanAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await commit.ExecuteAsync(() => db.Paces.Where(pace => pace.SpreadUntil < now && pace.HourSpreadUntil < now).ExecuteDeleteAsync(ct), ct);
    }
}
