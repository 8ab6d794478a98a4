namespace TrunkBot.Storage;

/// <summary>Wakes the worker of this process when work was saved.</summary>
internal sealed class WorkSignal(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

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
    public void WakeAfter(TimeSpan pause)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                Wake();
                timer?.Dispose();
            },
            null, pause, Timeout.InfiniteTimeSpan);
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => patience.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await _bell.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look, though nobody rang.
        }
    }

    public void Dispose() => _bell.Dispose();
}
