using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Takes due jobs under a lease and runs them; a job whose worker died is taken over when its lease has run out.</summary>
internal sealed class JobWorker(
    IServiceScopeFactory scopes, DueJobs dueJobs, JobRun run, WorkSignal signal, Commit commit, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobWorker> log)
    : BackgroundService
{
    private readonly string _me = $"{Environment.MachineName}-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<Guid, bool> _inHand = [];

    /// <summary>Runs everything that is due, and what that brings about, until nothing is due any more.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            await StartDueAsync(running, cancellationToken);
            while (running.Count > 0)
            {
                await Task.WhenAny(running);
                await StartDueAsync(running, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>Finishes what is in hand, then hands back what was taken and not done, so that another process has it at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What still runs after the limit keeps its lease: it may have acted outside, and will say so or be taken over.
        if (ExecuteTask is not { IsCompleted: false })
            await HandBackAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Workers == 0)
            return;
        var running = new List<Task>();
        try
        {
            await WorkAsync(running, stoppingToken);
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task WorkAsync(List<Task> running, CancellationToken stoppingToken)
    {
        var bell = Task.CompletedTask;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(running, stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                log.LookingForWorkFailed(problem);
            }

            if (bell.IsCompleted)
                bell = signal.WaitAsync(options.Value.PollEvery, stoppingToken);
            await Task.WhenAny([.. running, bell]);
        }
    }

    // Whatever takes long, such as a create at a VideoSDK that does not answer, holds up nothing else.
    private async Task StartDueAsync(List<Task> running, CancellationToken cancellationToken)
    {
        var ended = running.FindAll(task => task.IsCompleted);
        running.RemoveAll(ended.Contains);
        var free = Math.Max(1, options.Value.Workers) - running.Count;
        if (free > 0)
            running.AddRange((await TakeAsync(free, cancellationToken)).Select(id => RunInHandAsync(id, cancellationToken)));
        await Task.WhenAll(ended);
    }

    private async Task<List<Guid>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await dueJobs.FindAsync(now, most + _inHand.Count, cancellationToken);
        // A process that was stopped for longer than its leases goes on with what it has in hand, and does not begin it a second time beside that.
        var free = due.Where(id => !_inHand.ContainsKey(id)).Take(most);
        var leases = await Task.WhenAll(free.Select(async id => (Id: id, IsMine: await LeaseAsync(id, now, cancellationToken))));
        return [.. leases.Where(lease => lease.IsMine).Select(lease => lease.Id)];
    }

    private Task<bool> LeaseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        commit.TrySaveAsync(JobChanges.Lease(id, _me, now, now + options.Value.LeaseFor), cancellationToken);

    private async Task RunInHandAsync(Guid id, CancellationToken cancellationToken)
    {
        _inHand[id] = true;
        try
        {
            await run.RunAsync(id, _me, cancellationToken);
        }
        finally
        {
            _inHand.TryRemove(id, out _);
        }
    }

    private async Task HandBackAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        await commit.ExecuteAsync(() => db.Jobs
            .Where(job => job.State == JobState.Waiting && job.LeasedUntil != null && job.LeasedBy == _me)
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(job => job.LeasedBy, (string?)null)
                .SetProperty(job => job.Version, job => job.Version + 1)), CancellationToken.None);
    }
}
