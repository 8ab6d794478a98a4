using System.Collections;

namespace TrunkBot.Sandbox;

/// <summary>The last entries of something that happened, oldest first. It forgets what is too old, so it never grows without bound.</summary>
/// <typeparam name="T">What happened.</typeparam>
public sealed class SandboxLog<T> : IEnumerable<T>
{
    private readonly Lock gate = new();

    // What is in it is never changed, only replaced when it is full: whoever reads needs no copy.
    private T[] entries = new T[16];
    private int first;
    private int count;
    private TaskCompletionSource changed = NewSignal();

    /// <summary>The most entries that are kept; 2,000 unless somebody needs more.</summary>
    public int Most { get; set; } = 2000;

    /// <summary>How many entries are kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return count;
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
                next = changed.Task;
            foreach (var entry in Snapshot())
                if (match(entry))
                    return entry;
            await next.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Snapshot().AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(T entry)
    {
        lock (gate)
        {
            if (count >= Most)
                (first, count) = (first + 1, count - 1);
            if (first + count == entries.Length)
                (entries, first) = (Larger(), 0);
            entries[first + count++] = entry;
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
            (entries, first, count) = (new T[16], 0, 0);
    }

    private T[] Larger()
    {
        var larger = new T[Math.Max(16, 2 * count)];
        Array.Copy(entries, first, larger, 0, count);
        return larger;
    }

    private ArraySegment<T> Snapshot()
    {
        lock (gate)
            return new(entries, first, count);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
