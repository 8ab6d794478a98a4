namespace TrunkBot.Outbox.Pacing;

/// <summary>What was used lately: what nobody asks for is forgotten by itself, after this time at the earliest and twice of it at the latest.</summary>
/// <remarks>Not for several at once.</remarks>
internal sealed class Recent<TValue>(TimeSpan keep) where TValue : class
{
    private Dictionary<string, TValue> _young = [];
    private Dictionary<string, TValue> _old = [];
    private DateTimeOffset _began;

    public TValue? Find(string key, DateTimeOffset now)
    {
        GrowOld(now);
        if (_young.TryGetValue(key, out var value))
            return value;
        if (_old.Remove(key, out value))
            _young[key] = value;
        return value;
    }

    public void Set(string key, TValue value, DateTimeOffset now)
    {
        GrowOld(now);
        _young[key] = value;
    }

    private void GrowOld(DateTimeOffset now)
    {
        if (now - _began < keep)
            return;
        (_old, _young, _began) = (now - _began < keep * 2 ? _young : [], [], now);
    }
}
