using Microsoft.EntityFrameworkCore;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Operations;

/// <summary>How much stored work there is, and for how long some of it has been taken by nobody.</summary>
internal sealed class WorkStanding(TrunkBotDbContext db, TimeProvider clock) : IStanding
{
    private const int MostCounted = 1000;

    public async Task<IReadOnlyList<Reading>> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Jobs.Where(job => job.State == JobState.Waiting).OrderBy(job => job.DueAt);
        var due = waiting.Where(job => job.DueAt <= now);
        var free = due.Where(job => job.LeasedUntil == null || job.LeasedUntil < now);
        var oldest = await free.Select(job => (DateTimeOffset?)job.DueAt).FirstOrDefaultAsync(ct);
        return
        [
            .. await CountAsync("scheduled", waiting.Where(job => job.DueAt > now), ct),
            .. await CountAsync("due", free, ct),
            .. await CountAsync("in_hand", due.Where(job => job.LeasedUntil >= now), ct),
            .. await CountAsync("parked", db.Jobs.Where(job => job.State == JobState.Parked).OrderBy(job => job.DueAt), ct),
            new(Gauge.OldestJob, oldest is { } time ? (now - time).TotalSeconds : 0),
        ];
    }

    private static async Task<IReadOnlyList<Reading>> CountAsync(string state, IQueryable<Job> jobs, CancellationToken ct)
    {
        var counts = await jobs.Take(MostCounted).GroupBy(job => job.Kind).Select(kind => new { Kind = kind.Key, Count = kind.Count() }).ToListAsync(ct);
        return [.. counts.Select(count => new Reading(Gauge.Jobs, count.Count, new("kind", count.Kind), new("state", state)))];
    }
}
