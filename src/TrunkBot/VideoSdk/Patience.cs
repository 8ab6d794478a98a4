namespace TrunkBot.VideoSdk;

/// <summary>
/// How long an answer is waited for. A process that was stopped meanwhile (a suspended machine, a debugger) finds the time long over when it
/// goes on, and the answer perhaps waiting: then it has a moment more to read it.
/// </summary>
internal sealed class Patience : IDisposable
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(2), s_moment = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _end = new();
    private readonly TimeSpan _atMost;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly ITimer _timer;
    private ITimer? _more;

    public Patience(TimeSpan atMost, TimeProvider clock)
    {
        (_atMost, _clock, _started) = (atMost, clock, clock.GetTimestamp());
        _timer = clock.CreateTimer(_ => Ring(), null, atMost, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _end.Token;

    public void End()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _more?.Dispose();
        _end.Dispose();
    }

    // The moment is real time, whatever clock the rest goes by: it is for the network.
    private void Ring()
    {
        if (_clock.GetElapsedTime(_started) > _atMost + s_late)
            _more = TimeProvider.System.CreateTimer(_ => End(), null, s_moment, Timeout.InfiniteTimeSpan);
        else
            End();
    }
}
