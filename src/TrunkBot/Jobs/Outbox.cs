using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>Sends a turn's replies as soon as the turn is stored. What fails is left to the job that was stored with it.</summary>
internal sealed class Outbox(Commit commit, ActivitySender sender, TimeProvider clock, ILogger<Outbox> log) : IOutbox
{
    public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        foreach (var outgoing in activities)
        {
            if (await WriteAsync(ReplyRows.Claim(outgoing, clock.GetUtcNow()), cancellationToken))
                await SendClaimedAsync(outgoing, cancellationToken);
        }
    }

    private async Task SendClaimedAsync(OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            if (outgoing.Promise == DeliveryPromise.AtLeastOnce)
                await WriteAsync(ReplyRows.Sent(outgoing), cancellationToken);
        }
        catch (ConnectorException problem)
        {
            if (problem.MayBeRepeated(outgoing.Promise))
            {
                log.ActivityWaits(problem.Message);
                await WriteAsync(ReplyRows.Retry(outgoing, clock.GetUtcNow() + (problem.RetryAfter ?? TimeSpan.FromSeconds(1))), cancellationToken);
                return;
            }

            log.ActivityRefused(problem.Message);
            await WriteAsync(ReplyRows.Sent(outgoing), cancellationToken);
        }
    }

    private Task<bool> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        commit.TrySaveAsync(null, [write], cancellationToken);
}
