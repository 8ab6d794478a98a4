using System.Collections;

namespace TrunkBot.Sandbox;

/// <summary>The last entries of something that happened, oldest first. It forgets what is too old, so it never grows without bound.</summary>
/// <typeparam name="T">What happened.</typeparam>
public sealed class SandboxLog<T> : IEnumerable<T>
{
    private readonly Lock gate = new();
    private readonly Queue<T> entries = new();
    private TaskCompletionSource changed = NewSignal();

    /// <summary>The most entries that are kept; 2,000 unless somebody needs more.</summary>
    public int Most { get; set; } = 2000;

    /// <summary>How many entries are kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    /// <summary>Waits until an entry matches, and returns the oldest that does.</summary>
    /// <param name="match">Which entry is meant.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<T> WaitForAsync(Func<T, bool> match, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                foreach (var entry in entries)
                    if (match(entry))
                        return entry;
                next = changed.Task;
            }
            await next.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        T[] copy;
        lock (gate)
            copy = [.. entries];
        return ((IEnumerable<T>)copy).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(T entry)
    {
        lock (gate)
        {
            if (entries.Count >= Most)
                entries.Dequeue();
            entries.Enqueue(entry);
        }
        Touch();
    }

    /// <summary>Wakes those who wait, after an entry itself has changed.</summary>
    internal void Touch()
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            signal = changed;
            changed = NewSignal();
        }
        signal.SetResult();
    }

    internal void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
