namespace TrunkBot.Storage;

/// <summary>Wakes the worker of this process when work was saved.</summary>
internal sealed class WorkSignal : IDisposable
{
    // What becomes due within one of these is looked for once.
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly SortedSet<long> _moments = [];
    private readonly long _began;
    private readonly ITimer _timer;

    public WorkSignal(TimeProvider clock)
    {
        (_clock, _began) = (clock, clock.GetTimestamp());
        _timer = clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Wake()
    {
        if (_bell.CurrentCount > 0)
            return;
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang at the same moment.
        }
    }

    /// <summary>Wakes it when something becomes due that cannot wait for the next look.</summary>
    // Hundreds of notices can wait for the same place: a timer for each would cost more than they do.
    public void WakeAfter(TimeSpan pause)
    {
        lock (_moments)
        {
            var moment = (long)Math.Ceiling((_clock.GetElapsedTime(_began) + pause) / s_moment);
            if (_moments.Add(moment) && _moments.Min == moment)
                SetTimer(moment);
        }
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = _clock.CreateTimer(_ => patience.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await _bell.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look, though nobody rang.
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _bell.Dispose();
    }

    private void Ring()
    {
        lock (_moments)
        {
            var now = (long)Math.Floor(_clock.GetElapsedTime(_began) / s_moment);
            _moments.RemoveWhere(moment => moment <= now);
            if (_moments.Count > 0)
                SetTimer(_moments.Min);
        }

        Wake();
    }

    private void SetTimer(long moment)
    {
        var left = (s_moment * moment) - _clock.GetElapsedTime(_began);
        _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
