using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Diagnostics;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Runs one job that was leased, and has written down how it ended.</summary>
internal sealed class JobRun(IServiceScopeFactory scopes, JobKinds kinds, JobEnd end, JobMeasures measures, ILogger<JobRun> log)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, Guid, CancellationToken, Task<Job>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, Guid id, CancellationToken _) => db.Set<Job>().Single(job => job.Id == id)));

    /// <param name="id">The job.</param>
    /// <param name="worker">Who has leased it.</param>
    /// <param name="cancellationToken">Asks it to end.</param>
    public async Task RunAsync(Guid id, string worker, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        var began = measures.Begin();
        var job = await s_find.Of(db)(db, id, cancellationToken);
        using var span = Start(job);
        // What is taken is of a kind that is known: see DueJobs.
        var kind = kinds.Find(job.Kind)!;
        JobResult result;
        try
        {
            result = await kind.RunAsync(scope.ServiceProvider, job, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.JobFailed(job.Kind, job.Id, problem);
            // Half of a handler's changes must not be saved with the note that it failed.
            db.ChangeTracker.Clear();
            job = await db.Jobs.SingleAsync(j => j.Id == id, cancellationToken);
            if (job.LeasedBy != worker)
                return;
            result = JobResult.Later(problem.GetType().Name);
        }

        // What was done is written down even while the process is being stopped.
        await end.WriteAsync(db, job, result, kind.Patient, worker, CancellationToken.None);
        Ended(began, span, job, result);
    }

    private static Activity? Start(Job job)
    {
        var span = Tracing.Source.StartActivity("process job", ActivityKind.Consumer);
        if (span is null)
            return null;
        span.DisplayName = $"process {job.Kind}";
        span.SetTag("messaging.system", Telemetry.Name);
        span.SetTag("messaging.operation.type", "process");
        span.SetTag("messaging.operation.name", job.Kind);
        span.SetTag("messaging.message.id", job.Id);
        Tracing.Follow(job.TraceParent);
        return span;
    }

    private void Ended(long began, Activity? span, Job job, JobResult result)
    {
        var outcome = result switch
        {
            _ when job.State is JobState.Parked => "parked",
            JobDone or JobWritten => "done",
            JobAgain => "again",
            _ => "later",
        };
        measures.Ended(began, job.Kind, outcome);
        span?.SetTag("trunkbot.outcome", outcome);
    }
}
