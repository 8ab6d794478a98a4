namespace TrunkBot.Protocol.Builder;

/// <summary>One waiting line per key; keys that nobody uses take no memory.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Line> _lines = [];

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken) =>
        (await TryEnterAsync(key, Timeout.InfiniteTimeSpan, cancellationToken))!;

    /// <summary>The same for who does not wait longer than this; null when it was too long.</summary>
    public async Task<IDisposable?> TryEnterAsync(string key, TimeSpan patience, CancellationToken cancellationToken)
    {
        Line line;
        lock (_lines)
        {
            if (!_lines.TryGetValue(key, out line!))
                _lines[key] = line = new Line();
            line.Users++;
        }

        var entered = false;
        try
        {
            entered = await line.Gate.WaitAsync(patience, cancellationToken);
        }
        finally
        {
            if (!entered)
                Leave(key, line);
        }

        return entered ? new Held(this, key, line) : null;
    }

    private void Leave(string key, Line line)
    {
        lock (_lines)
        {
            if (--line.Users == 0)
                _lines.Remove(key);
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(KeyedLock owner, string key, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Gate.Release();
            owner.Leave(key, line);
        }
    }
}
