namespace TrunkBot.Outbox.Pacing;

/// <summary>The notices that this process has told to come back. One that another process takes instead is forgotten some minutes after its time.</summary>
internal sealed class Waiting
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, DateTimeOffset> _told = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _byTime = new();

    public void Told(Guid notice, DateTimeOffset until, DateTimeOffset now)
    {
        lock (_lock)
        {
            _told[notice] = until;
            _byTime.Enqueue(notice, until);
            while (_byTime.TryPeek(out var oldest, out var time) && time < now - s_patience)
            {
                _byTime.Dequeue();
                if (_told.TryGetValue(oldest, out var told) && told == time)
                    _told.Remove(oldest);
            }
        }
    }

    /// <summary>Whether it was told to; it is not waiting any more.</summary>
    public bool Returns(Guid notice)
    {
        lock (_lock)
            return _told.Remove(notice);
    }
}
