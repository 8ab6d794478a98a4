using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>
/// Finds work that is due and of a kind that this process can do. While a new version is brought in beside an old one, there is work that
/// only the new one knows; it waits for it.
/// </summary>
internal sealed class DueJobs(JobKinds kinds, IBackEnd backEnd)
{
    private readonly Statement _due = Statement.Select<Job>(nameof(Job.Id))
        .Where(nameof(Job.State)).WhereNotAfter(nameof(Job.DueAt)).WhereFree(nameof(Job.LeasedUntil)).WhereOneOf(nameof(Job.Kind), kinds.Names.Count)
        .OrderBy(nameof(Job.DueAt), nameof(Job.Id)).Limit();

    public ValueTask<List<Guid>> FindAsync(DateTimeOffset now, int most, CancellationToken ct) =>
        backEnd.ListAsync(_due, row => row.GetGuid(0), ct, [JobState.Waiting, now, now, .. kinds.Names, most]);
}
