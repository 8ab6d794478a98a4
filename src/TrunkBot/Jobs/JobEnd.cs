using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Languages;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Writes down how a job ended, with what it has changed: done, due again, or parked.</summary>
internal sealed class JobEnd(Commit commit, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobEnd> log)
{
    /// <param name="db">With what the job has changed.</param>
    /// <param name="job">The job.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="patient">Whether it is tried for as long as it takes.</param>
    /// <param name="worker">Who has leased it.</param>
    /// <param name="cancellationToken">Asks it to end.</param>
    public async Task WriteAsync(TrunkBotDbContext db, Job job, JobResult result, bool patient, string worker, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case JobWritten:
                return;
            case JobDone when job.State == JobState.Waiting:
                job.Finish();
                break;
            case JobAgain again:
                job.Repeat(clock.GetUtcNow() + again.After);
                break;
            case JobLater later when !patient && job.Attempts >= options.Value.MostAttempts:
                job.Park(later.Problem.Kept);
                break;
            case JobLater later:
                job.RetryAt(clock.GetUtcNow() + (later.After ?? Backoff(job.Attempts)), later.Problem.Kept);
                break;
            case JobPark park:
                job.Park(park.Problem.Kept);
                break;
        }

        if (job.State == JobState.Parked)
            log.JobParked(job.Kind, job.Id, job.LastProblem is { } last ? new Noted(last).English : null);
        if (!await commit.TrySaveAsync(db, cancellationToken))
            await GiveBackAsync(db, job.Id, worker, cancellationToken);
    }

    // Nothing of the job was saved: either another worker has it, or it lost a race against a person and is to look again.
    private async Task GiveBackAsync(TrunkBotDbContext db, Guid id, string worker, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var job = await db.Jobs.SingleAsync(j => j.Id == id, cancellationToken);
        log.JobLostARace(job.Kind, job.Id);
        if (job.LeasedBy != worker || job.State != JobState.Waiting)
            return;
        job.RetryAt(clock.GetUtcNow() + options.Value.FirstRetryAfter, JobTexts.Overtaken.Kept);
        await commit.TrySaveAsync(db, cancellationToken);
    }

    private TimeSpan Backoff(int attempts)
    {
        var wait = options.Value.FirstRetryAfter * Math.Pow(2, Math.Min(attempts - 1, 20));
        var capped = wait < options.Value.LongestRetryAfter ? wait : options.Value.LongestRetryAfter;
        return capped * (0.75 + (0.5 * Random.Shared.NextDouble()));
    }
}
