namespace TrunkBot.Storage.Sqlite;

/// <summary>
/// Brings what was committed to the disk, once for everybody who waits. SQLite at <c>synchronous=FULL</c> does the same after each commit,
/// one after the other, and a turn would wait for the flushes of all turns before it.
/// </summary>
internal sealed class SharedFlush : IDisposable
{
    private readonly Action _flush;
    private readonly AutoResetEvent _wanted = new(false);
    private TaskCompletionSource _next = NewRound();
    private volatile bool _ends;

    /// <param name="flush">Brings everything that was written so far to the disk; returns when it is there.</param>
    public SharedFlush(Action flush)
    {
        _flush = flush;
        // A thread of its own: the disk is slow, and the pool's few threads are for turns.
        new Thread(Run) { IsBackground = true, Name = "flush to disk" }.Start();
    }

    /// <summary>Returns when everything that was committed before this call survives a power cut.</summary>
    public Task FlushAsync()
    {
        var round = Volatile.Read(ref _next).Task;
        _wanted.Set();
        return round;
    }

    public void Dispose()
    {
        _ends = true;
        _wanted.Set();
    }

    private void Run()
    {
        while (true)
        {
            _wanted.WaitOne();
            // Who comes from here on may have committed too late for this round, and waits for the next.
            var round = Interlocked.Exchange(ref _next, NewRound());
            try
            {
                _flush();
                round.SetResult();
            }
#pragma warning disable CA1031 // whatever broke, those who wait must know that their change may not be on the disk
            catch (Exception problem)
#pragma warning restore CA1031
            {
                round.SetException(problem);
            }

            if (_ends)
                return;
        }
    }

    private static TaskCompletionSource NewRound() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
