using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;

namespace TrunkBot.Operations;

/// <summary>
/// Work of a tenant that does not get done: parked because it failed too often, tried again and again, or taken by nobody. Work that
/// belongs to no tenant is shown to the Admins of the bot's own.
/// </summary>
internal sealed class StuckWork(TrunkBotDbContext db, JobKinds kinds, HomeTenant home, TimeProvider clock)
{
    /// <summary>As many as are looked through for one that somebody names.</summary>
    public const int MostLookedAt = 1000;

    // A job that was to run so long ago and is in nobody's hands: no process knows its kind, or none works.
    private static readonly TimeSpan s_overdue = TimeSpan.FromMinutes(15);

    // The longest time between two attempts that the settings allow is a day: what struggles is due within that.
    private static readonly TimeSpan s_soon = TimeSpan.FromDays(1);

    /// <summary>What was parked last comes first, then what waits, the oldest first.</summary>
    public async Task<IReadOnlyList<StuckJob>> FindAsync(string tenantId, int most, CancellationToken ct)
    {
        var parked = await Of(tenantId, JobState.Parked).OrderByDescending(job => job.DueAt).Take(most).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var (overdue, soon) = (now - s_overdue, now + s_soon);
        var free = Of(tenantId, JobState.Waiting).Where(job => job.LeasedUntil == null || job.LeasedUntil < now);
        // Two questions, an index for each: one with an "or" in it would read everything that is due within a day.
        var late = await free.Where(job => job.DueAt < overdue).OrderBy(job => job.DueAt).Take(most).ToListAsync(ct);
        var struggling = await free.Where(job => job.DueAt >= overdue && job.DueAt < soon && job.Attempts >= Job.ManyAttempts)
            .OrderBy(job => job.DueAt).Take(most).ToListAsync(ct);
        var waiting = late.Concat(struggling).Take(most - parked.Count);
        return [.. parked.Concat(waiting).Select(Of)];
    }

    /// <summary>All work that the Admins of a tenant look after.</summary>
    public static IQueryable<Job> Of(TrunkBotDbContext db, HomeTenant home, string tenantId) => home.Id?.ToString() == tenantId
        ? db.Jobs.Where(job => job.TenantId == tenantId || job.TenantId == null)
        : db.Jobs.Where(job => job.TenantId == tenantId);

    private IQueryable<Job> Of(string tenantId, JobState state) => Of(db, home, tenantId).Where(job => job.State == state);

    private StuckJob Of(Job job) => kinds.Find(job.Kind) is { } kind
        ? new(job, () => kind.PurposeOf(job.Payload) ?? Say.It($"do work of the kind {job.Kind}, of which nobody can read what is stored"), kind.MayBeDismissed)
        : new(job, () => Say.It($"do work of the kind {job.Kind}, which this version does not know"), MayBeDismissed: false);
}

/// <summary>One piece of it.</summary>
/// <param name="Job">As it is stored.</param>
/// <param name="Aim">Says what it is for, in the language of now.</param>
/// <param name="MayBeDismissed">Whether nothing but words is lost without it.</param>
internal sealed record StuckJob(Job Job, Func<string> Aim, bool MayBeDismissed)
{
    /// <summary>What it is for, as the end of a sentence.</summary>
    public string Purpose => Aim();

    /// <summary>What people call it: short enough to type, and not two of a list alike.</summary>
    public string Id => Job.Id.ToString("N")[^8..];
}
