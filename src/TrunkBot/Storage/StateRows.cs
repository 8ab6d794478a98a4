using System.Globalization;
using TrunkBot.Protocol.State;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>Bot state as rows; what a turn writes is stored with the turn.</summary>
internal sealed class StateRows(IBackEnd backEnd, TurnChanges turn, TimeProvider clock) : IStorage
{
    // To the hour is exact enough to see who fell silent, and spares most turns an index.
    private static readonly TimeSpan s_resolution = TimeSpan.FromHours(1);

    private static readonly Statement s_read =
        Statement.Select<StateItem>(nameof(StateItem.Json), nameof(StateItem.Version), nameof(StateItem.ChangedAt)).Where(nameof(StateItem.Key));

    private static readonly Statement s_write =
        Statement.Update<StateItem>().Set(nameof(StateItem.Json)).Raise(nameof(StateItem.Version)).Where(nameof(StateItem.Key), nameof(StateItem.Version));

    private static readonly Statement s_writeAndNote = Statement.Update<StateItem>()
        .Set(nameof(StateItem.Json), nameof(StateItem.ChangedAt)).Raise(nameof(StateItem.Version)).Where(nameof(StateItem.Key), nameof(StateItem.Version));

    private static readonly Statement s_delete = Statement.Delete<StateItem>().Where(nameof(StateItem.Key), nameof(StateItem.Version));

    private readonly Dictionary<string, Known> _read = [];
    private readonly Dictionary<string, StoreItem?> _written = [];

    public async Task<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_written.TryGetValue(key, out var written))
            return written;
        var row = await backEnd.ReadAsync(s_read, row => new Known(row.GetString(0), row.GetInt64(1), row.Time(2)), cancellationToken, key);
        if (row is null)
            return null;
        _read[key] = row;
        return new StoreItem(row.Json, row.Version.ToString(CultureInfo.InvariantCulture));
    }

    public Task WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        turn.Set(NameOf(key), ChangeOf(key, item, clock.GetUtcNow()));
        _written[key] = item;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        // What this turn has not read was not there, or is none of its business.
        if (_read.TryGetValue(key, out var read))
            turn.Set(NameOf(key), Change.By(s_delete, key, read.Version));
        else
            turn.Unset(NameOf(key));
        _written[key] = null;
        return Task.CompletedTask;
    }

    private Change ChangeOf(string key, StoreItem item, DateTimeOffset now)
    {
        if (item.ETag is not { } tag)
            return Change.Insert(new StateItem(key, item.Json, now));
        var version = long.Parse(tag, CultureInfo.InvariantCulture);
        return _read.TryGetValue(key, out var read) && now - read.ChangedAt < s_resolution
            ? Change.By(s_write, item.Json, key, version)
            : Change.By(s_writeAndNote, item.Json, now, key, version);
    }

    private static string NameOf(string key) => $"state {key}";

    private sealed record Known(string Json, long Version, DateTimeOffset ChangedAt);
}
