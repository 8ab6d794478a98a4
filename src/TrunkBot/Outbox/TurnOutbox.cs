using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Outbox;

/// <summary>Sends a turn's replies as soon as the turn is stored. What the channel does not take is left to a worker, and what was to follow waits behind it.</summary>
internal sealed class TurnOutbox(Commit commit, ActivitySender sender, WorkSignal signal, TimeProvider clock, ILogger<TurnOutbox> log) : IOutbox
{
    // Those that wait for each other are far enough apart that the next look finds one of them.
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        TimeSpan? pause = null;
        foreach (var outgoing in activities)
        {
            // The turn is stored, and so is what it has to say, however late it is.
            if (pause is null && cancellationToken.IsCancellationRequested)
                pause = TimeSpan.Zero;
            if (pause is { } first)
                await RepeatAsync(outgoing, (pause = first + s_apart).Value);
            else
                pause = await SendOneAsync(outgoing, cancellationToken);
        }
    }

    /// <returns>How long the channel has to be left alone; null when it took the message, or never will.</returns>
    private async Task<TimeSpan?> SendOneAsync(OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            await ForgetAsync(outgoing);
            return null;
        }
        catch (ConnectorException problem) when (SendVerdict.Of(problem, outgoing) is SendVerdict.Repeat repeat)
        {
            log.ActivityWaits(problem.Message);
            var pause = repeat.Pause ?? SendVerdict.FirstPause;
            await RepeatAsync(outgoing, pause);
            return pause;
        }
        catch (ConnectorException problem)
        {
            log.ActivityRefused(problem.Message);
            await ForgetAsync(outgoing);
            return null;
        }
    }

    private Task ForgetAsync(OutgoingActivity outgoing) => Reply.IsStored(outgoing) ? WriteAsync(Reply.Sent(outgoing)) : Task.CompletedTask;

    private async Task RepeatAsync(OutgoingActivity outgoing, TimeSpan pause)
    {
        await WriteAsync(Reply.Later(outgoing, clock.GetUtcNow() + pause));
        signal.WakeAfter(pause);
    }

    private Task<bool> WriteAsync(Change change) => commit.TrySaveAsync(change, CancellationToken.None);
}
