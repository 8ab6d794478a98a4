using TrunkBot.Diagnostics;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;

namespace TrunkBot.Outbox;

/// <summary>Sends a turn's replies as soon as the turn is stored. What the channel does not take is left to a worker, and what was to follow waits behind it.</summary>
internal sealed class TurnOutbox(Commit commit, ActivitySender sender, WorkSignal signal, SendMeasures measures, TimeProvider clock, ILogger<TurnOutbox> log) : IOutbox
{
    // Those that wait for each other are far enough apart that the next look finds one of them.
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        TimeSpan? pause = null;
        foreach (var outgoing in activities)
        {
            if (!await commit.TryNoteAsync(Reply.Take(outgoing, clock.GetUtcNow()), cancellationToken))
                continue;
            if (pause is { } first)
                await RepeatAsync(outgoing, (pause = first + s_apart).Value);
            else
                pause = await SendTakenAsync(outgoing, cancellationToken);
        }
    }

    /// <returns>How long the channel has to be left alone; null when it took the message, or never will.</returns>
    private async Task<TimeSpan?> SendTakenAsync(OutgoingActivity outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await sender.AnswerAsync(outgoing, cancellationToken);
            await ForgetAsync(outgoing);
            measures.Ended("reply", "taken");
            return null;
        }
        catch (ConnectorException problem) when (SendVerdict.Of(problem, outgoing) is SendVerdict.Repeat repeat)
        {
            log.ActivityWaits(problem.Message);
            measures.Ended("reply", "put_off");
            var pause = repeat.Pause ?? SendVerdict.FirstPause;
            await RepeatAsync(outgoing, pause);
            return pause;
        }
        catch (ConnectorException problem)
        {
            log.ActivityRefused(problem.Message);
            measures.Ended("reply", "given_up");
            await ForgetAsync(outgoing);
            return null;
        }
    }

    private async Task ForgetAsync(OutgoingActivity outgoing)
    {
        if (Reply.Sent(outgoing) is { } sent)
            await commit.TryNoteAsync(sent, CancellationToken.None);
    }

    private async Task RepeatAsync(OutgoingActivity outgoing, TimeSpan pause)
    {
        await commit.TrySaveAsync(Reply.Later(outgoing, clock.GetUtcNow() + pause), CancellationToken.None);
        signal.WakeAfter(pause);
    }
}
