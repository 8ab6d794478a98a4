using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.State;

/// <summary>What a database would hold, in memory: state with versions, turns that were seen, and what is still to be sent. For tests: a restart forgets it.</summary>
public sealed class MemoryStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoreItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTurn> _turns = new(StringComparer.Ordinal);
    private readonly List<OutgoingActivity> _unsent = [];
    private long _version;
    private int _activities;

    /// <summary>The stored state, by key.</summary>
    public IReadOnlyDictionary<string, string> State
    {
        get
        {
            lock (_gate)
                return _items.ToDictionary(item => item.Key, item => item.Value.Json);
        }
    }

    /// <summary>How many turns were stored.</summary>
    public int Commits { get; private set; }

    /// <summary>A number that no activity over this store has had.</summary>
    internal int NextActivity() => Interlocked.Increment(ref _activities);

    internal StoreItem? Read(string key)
    {
        lock (_gate)
            return _items.GetValueOrDefault(key);
    }

    internal StoredTurn? Find(string turnKey)
    {
        lock (_gate)
        {
            return _turns.TryGetValue(turnKey, out var turn)
                ? turn with { Outgoing = [.. turn.Outgoing.Where(_unsent.Contains)] }
                : null;
        }
    }

    /// <summary>All or nothing: false if the turn was seen, or one of the items is no longer as it was read.</summary>
    internal bool TryCommit(StoredTurn turn, IReadOnlyDictionary<string, MemoryChange> changes)
    {
        lock (_gate)
        {
            if (turn.Key is not null && _turns.ContainsKey(turn.Key))
                return false;
            if (changes.Any(change => _items.GetValueOrDefault(change.Key)?.ETag != change.Value.ETag))
                return false;
            foreach (var (key, change) in changes)
                Apply(key, change);
            if (turn.Key is not null)
                _turns.Add(turn.Key, turn);
            _unsent.AddRange(turn.Outgoing);
            Commits++;
            return true;
        }
    }

    /// <summary>True for the one who may send this.</summary>
    internal bool TryClaim(OutgoingActivity outgoing)
    {
        lock (_gate)
            return _unsent.Remove(outgoing);
    }

    private void Apply(string key, MemoryChange change)
    {
        if (change.Json is null)
            _items.Remove(key);
        else
            _items[key] = new StoreItem(change.Json, $"{++_version}");
    }
}

/// <summary>What a turn makes of an item.</summary>
/// <param name="Json">Its new text; null to delete it.</param>
/// <param name="ETag">The version that the turn has read; null when there was none.</param>
internal sealed record MemoryChange(string? Json, string? ETag);
