using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>Sends a turn's replies as soon as the turn is stored. What fails is left to the job that was stored with it, and what was to follow waits behind it.</summary>
internal sealed class Outbox(Commit commit, ActivitySender sender, JobSignal signal, TimeProvider clock, ILogger<Outbox> log) : IOutbox
{
    // Those that wait for each other are far enough apart that the next look finds one of them.
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        TimeSpan? pause = null;
        foreach (var outgoing in activities)
        {
            if (!await WriteAsync(ReplyRows.Claim(outgoing, clock.GetUtcNow()), cancellationToken))
                continue;
            if (pause is { } first)
                await RepeatAsync(outgoing, (pause = first + s_apart).Value, cancellationToken);
            else
                pause = await SendClaimedAsync(outgoing, cancellationToken);
        }
    }

    /// <returns>How long the channel has to be left alone; null when it took the message, or never will.</returns>
    private async Task<TimeSpan?> SendClaimedAsync(OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            if (outgoing.Promise == DeliveryPromise.AtLeastOnce)
                await WriteAsync(ReplyRows.Sent(outgoing), cancellationToken);
            return null;
        }
        catch (ConnectorException problem) when (SendVerdict.Of(problem, outgoing) is SendVerdict.Repeat repeat)
        {
            log.ActivityWaits(problem.Message);
            var pause = repeat.Pause ?? SendVerdict.FirstPause;
            await RepeatAsync(outgoing, pause, cancellationToken);
            return pause;
        }
        catch (ConnectorException problem)
        {
            log.ActivityRefused(problem.Message);
            await WriteAsync(ReplyRows.Sent(outgoing), cancellationToken);
            return null;
        }
    }

    private async Task RepeatAsync(OutgoingActivity outgoing, TimeSpan pause, CancellationToken cancellationToken)
    {
        await WriteAsync(ReplyRows.Retry(outgoing, clock.GetUtcNow() + pause), cancellationToken);
        signal.WakeAfter(pause);
    }

    private Task<bool> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
        commit.TrySaveAsync(null, [write], cancellationToken);
}
