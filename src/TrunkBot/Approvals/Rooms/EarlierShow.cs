using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals.Rooms;

/// <summary>
/// Whether an earlier job is posting the same card at this moment: who comes later waits for the id of its post, and for what it shows, which may be older.
/// </summary>
internal sealed class EarlierShow(IBackEnd backEnd, TimeProvider clock)
{
    // In the order of the index, or PostgreSQL, which is told no values beforehand, would read the table from its beginning.
    private static readonly Statement s_shown = Statement.Select<Job>(nameof(Job.Kind))
        .Where(nameof(Job.State), nameof(Job.Kind), nameof(Job.Payload)).WhereBelow(nameof(Job.DueAt)).WhereAbove(nameof(Job.LeasedUntil))
        .OrderBy(nameof(Job.DueAt)).Limit();

    // Of those that are due at the same moment, the one that was made first.
    private static readonly Statement s_shownBeside = Statement.Select<Job>(nameof(Job.Kind))
        .Where(nameof(Job.State), nameof(Job.Kind), nameof(Job.Payload), nameof(Job.DueAt)).WhereBelow(nameof(Job.Id)).WhereAbove(nameof(Job.LeasedUntil)).Limit();

    public async Task<bool> IsUnderWayAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await backEnd.ReadAsync(s_shown, row => row.GetString(0), ct, JobState.Waiting, ShowApproval.Kind, job.Payload, job.DueAt, now, 1) is not null
            || await backEnd.ReadAsync(s_shownBeside, row => row.GetString(0), ct, JobState.Waiting, ShowApproval.Kind, job.Payload, job.DueAt, job.Id, now, 1) is not null;
    }
}
