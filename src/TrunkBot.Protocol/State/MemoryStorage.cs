using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.State;

/// <summary>A turn's unit of work over a <see cref="MemoryStore"/>: what is written here is stored when the turn is, or not at all.</summary>
public sealed class MemoryStorage(MemoryStore store) : IStorage, ITurnStore
{
    private readonly Dictionary<string, string?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryChange> _changes = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string? Contested => _changes.Keys.Order(StringComparer.Ordinal).FirstOrDefault();

    /// <inheritdoc />
    public Task<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_changes.TryGetValue(key, out var change))
            return Task.FromResult(change.Json is null ? null : new StoreItem(change.Json, change.ETag));
        var item = store.Read(key);
        _read.TryAdd(key, item?.ETag);
        return Task.FromResult(item);
    }

    /// <inheritdoc />
    public Task WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        _changes[key] = new MemoryChange(item.Json, item.ETag);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>Deletes the version that this turn has read; another one is a lost race.</remarks>
    public Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        _changes[key] = new MemoryChange(null, _read.TryGetValue(key, out var etag) ? etag : store.Read(key)?.ETag);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<StoredTurn?> FindAsync(string turnKey, CancellationToken cancellationToken) => Task.FromResult(store.Find(turnKey));

    /// <inheritdoc />
    public Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(store.TryCommit(turn, _changes));
}
