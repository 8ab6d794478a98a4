using Microsoft.EntityFrameworkCore;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Sends a turn's replies as soon as the turn is stored. What fails is left to the job that was stored with it.</summary>
internal sealed class Outbox(
    IServiceScopeFactory scopes, Commit commit, ActivitySender sender, TimeProvider clock, ILogger<Outbox> log) : IOutbox
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);

    public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        if (activities.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        foreach (var outgoing in activities)
        {
            if (await ClaimAsync(db, outgoing, cancellationToken))
                await SendClaimedAsync(db, outgoing, cancellationToken);
        }
    }

    private async Task SendClaimedAsync(TrunkBotDbContext db, OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            if (outgoing.Promise == DeliveryPromise.AtLeastOnce)
                await MarkAsync(db, outgoing, JobState.Done, null, cancellationToken);
        }
        catch (ConnectorException problem)
        {
            if (problem.MayBeRepeated(outgoing.Promise))
            {
                log.ActivityWaits(problem.Message);
                var due = clock.GetUtcNow() + (problem.RetryAfter ?? TimeSpan.FromSeconds(1));
                await MarkAsync(db, outgoing, JobState.Waiting, due, cancellationToken);
                return;
            }

            log.ActivityRefused(problem.Message);
            await MarkAsync(db, outgoing, JobState.Done, null, cancellationToken);
        }
    }

    // Claiming what may leave once only is the same as marking it sent: a process that dies now must not send it twice.
    private async Task<bool> ClaimAsync(TrunkBotDbContext db, OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = outgoing.Promise == DeliveryPromise.AtMostOnce ? JobState.Done : JobState.Waiting;
        var until = now + s_lease;
        var payload = Kept(outgoing, state);
        var rows = await commit.ExecuteAsync(
            () => db.Jobs
                .Where(job => job.Id == outgoing.Id && job.State == JobState.Waiting && (job.LeasedUntil == null || job.LeasedUntil < now))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(job => job.State, state)
                        .SetProperty(job => job.Payload, payload)
                        .SetProperty(job => job.LeasedUntil, until)
                        .SetProperty(job => job.Version, job => job.Version + 1),
                    cancellationToken),
            cancellationToken);
        return rows == 1;
    }

    private Task<int> MarkAsync(
        TrunkBotDbContext db, OutgoingActivity outgoing, JobState state, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        var payload = Kept(outgoing, state);
        return commit.ExecuteAsync(
            () => db.Jobs
                .Where(job => job.Id == outgoing.Id)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(job => job.State, state)
                        .SetProperty(job => job.Payload, payload)
                        .SetProperty(job => job.DueAt, job => dueAt ?? job.DueAt)
                        .SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(job => job.Version, job => job.Version + 1),
                    cancellationToken),
            cancellationToken);
    }

    // What was sent is in the chat; a copy here would only be one more thing to guard.
    private static string Kept(OutgoingActivity outgoing, JobState state) => state is JobState.Done ? "" : SendActivity.Write(outgoing);
}
