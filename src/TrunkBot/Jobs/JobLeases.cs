using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Takes due jobs under a lease, and hands them back; a job whose worker died is taken over when its lease has run out.</summary>
internal sealed class JobLeases(IServiceScopeFactory scopes, DueJobs dueJobs, Commit commit, IOptions<JobOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, bool> _inHand = [];

    /// <summary>The name by which this process leases.</summary>
    public string Me { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>Takes as many of what is due as these; they are in hand until they are done.</summary>
    public async Task<List<Guid>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await dueJobs.FindAsync(now, most + _inHand.Count, cancellationToken);
        // A process that was stopped for longer than its leases goes on with what it has in hand, and does not begin it a second time beside that.
        var free = due.Where(id => !_inHand.ContainsKey(id)).Take(most);
        var leases = await Task.WhenAll(free.Select(async id => (Id: id, IsMine: await LeaseAsync(id, now, cancellationToken))));
        List<Guid> mine = [.. leases.Where(lease => lease.IsMine).Select(lease => lease.Id)];
        mine.ForEach(id => _inHand[id] = true);
        return mine;
    }

    /// <summary>It ended, however.</summary>
    public void Done(Guid id) => _inHand.TryRemove(id, out _);

    /// <summary>Hands back what was taken and not done, so that another process has it at once.</summary>
    public async Task HandBackAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        await commit.ExecuteAsync(() => db.Jobs
            .Where(job => job.State == JobState.Waiting && job.LeasedUntil != null && job.LeasedBy == Me)
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(job => job.LeasedBy, (string?)null)
                .SetProperty(job => job.Version, job => job.Version + 1)), CancellationToken.None);
    }

    private Task<bool> LeaseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        commit.TrySaveAsync(JobChanges.Lease(id, Me, now, now + options.Value.LeaseFor), cancellationToken);
}
