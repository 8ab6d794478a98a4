namespace TrunkBot.Protocol.Builder;

/// <summary>One waiting line per key; keys that nobody uses take no memory.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Line> _lines = [];

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Line line;
        lock (_lines)
        {
            if (!_lines.TryGetValue(key, out line!))
                _lines[key] = line = new Line();
            line.Users++;
        }

        try
        {
            await line.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, line);
            throw;
        }

        return new Held(this, key, line);
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
