using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Takes due jobs under a lease and runs them; a job whose worker died is taken over when its lease has run out.</summary>
internal sealed class JobWorker(
    IServiceScopeFactory scopes, JobSignal signal, IBackEnd backEnd, Commit commit, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobWorker> log)
    : BackgroundService
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, Guid, CancellationToken, Task<Job>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, Guid id, CancellationToken _) => db.Set<Job>().Single(job => job.Id == id)));

    private readonly string _me = $"{Environment.MachineName}-{Guid.NewGuid():N}";
    private DueJobs? _due;

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
                bell = signal.WaitAsync(options.Value.PollEvery, clock, stoppingToken);
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
            running.AddRange((await TakeAsync(free, cancellationToken)).Select(id => RunAsync(id, cancellationToken)));
        await Task.WhenAll(ended);
    }

    private async Task<List<Guid>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        _due ??= await DueJobs.KnownToAsync(scopes);
        var due = await _due.FindAsync(backEnd.Rows, now, most, cancellationToken);
        var leases = await Task.WhenAll(due.Select(async id => (Id: id, IsMine: await LeaseAsync(id, now, cancellationToken))));
        return [.. leases.Where(lease => lease.IsMine).Select(lease => lease.Id)];
    }

    private Task<bool> LeaseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        commit.TrySaveAsync(null, [JobRows.Lease(id, _me, now, now + options.Value.LeaseFor)], cancellationToken);

    private async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        var job = await s_find.Of(db)(db, id, cancellationToken);
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == job.Kind);
        JobResult result;
        try
        {
            result = await handler.RunAsync(job, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.JobFailed(job.Kind, job.Id, problem);
            // Half of a handler's changes must not be saved with the note that it failed.
            db.ChangeTracker.Clear();
            job = await db.Jobs.SingleAsync(j => j.Id == id, cancellationToken);
            if (job.LeasedBy != _me)
                return;
            result = JobResult.Later(problem.GetType().Name);
        }

        // What was done is written down even while the process is being stopped.
        await EndAsync(db, job, result, handler.Patient, CancellationToken.None);
    }

    private async Task EndAsync(TrunkBotDbContext db, Job job, JobResult result, bool patient, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case JobDone when job.State == JobState.Waiting:
                job.Finish();
                break;
            case JobAgain again:
                job.Repeat(clock.GetUtcNow() + again.After);
                break;
            case JobLater later when !patient && job.Attempts >= options.Value.MostAttempts:
                job.Park(later.Problem);
                break;
            case JobLater later:
                job.RetryAt(clock.GetUtcNow() + (later.After ?? Backoff(job.Attempts)), later.Problem);
                break;
            case JobPark park:
                job.Park(park.Problem);
                break;
        }

        if (job.State == JobState.Parked)
            log.JobParked(job.Kind, job.Id, job.LastProblem);
        if (!await commit.TrySaveAsync(db, cancellationToken))
            await GiveBackAsync(db, job.Id, cancellationToken);
    }

    // Nothing of the job was saved: either another worker has it, or it lost a race against a person and is to look again.
    private async Task GiveBackAsync(TrunkBotDbContext db, Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var job = await db.Jobs.SingleAsync(j => j.Id == id, cancellationToken);
        log.JobLostARace(job.Kind, job.Id);
        if (job.LeasedBy != _me || job.State != JobState.Waiting)
            return;
        job.RetryAt(clock.GetUtcNow() + options.Value.FirstRetryAfter, "lost a race");
        await commit.TrySaveAsync(db, cancellationToken);
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

    private TimeSpan Backoff(int attempts)
    {
        var wait = options.Value.FirstRetryAfter * Math.Pow(2, Math.Min(attempts - 1, 20));
        var capped = wait < options.Value.LongestRetryAfter ? wait : options.Value.LongestRetryAfter;
        return capped * (0.75 + (0.5 * Random.Shared.NextDouble()));
    }
}
