using Microsoft.Extensions.Options;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Runs due jobs, several beside each other: looks for them when somebody rings, and now and then.</summary>
internal sealed class JobWorker(JobLeases leases, JobRun run, WorkSignal signal, IOptions<JobOptions> options, ILogger<JobWorker> log) : BackgroundService
{
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
            await leases.HandBackAsync();
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
            running.AddRange((await leases.TakeAsync(free, cancellationToken)).Select(id => RunInHandAsync(id, cancellationToken)));
        await Task.WhenAll(ended);
    }

    private async Task RunInHandAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(id, leases.Me, cancellationToken);
        }
        finally
        {
            leases.Done(id);
        }
    }
}
