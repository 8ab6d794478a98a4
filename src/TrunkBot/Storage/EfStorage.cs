using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Protocol.State;

namespace TrunkBot.Storage;

/// <summary>Bot state in the turn's own unit of work: written when the turn is committed, or not at all.</summary>
internal sealed class EfStorage(TrunkBotDbContext db, TimeProvider clock) : IStorage
{
    private static readonly Func<TrunkBotDbContext, string, CancellationToken, Task<StateItem?>> s_find =
        EF.CompileAsyncQuery((TrunkBotDbContext db, string key, CancellationToken _) =>
            db.Set<StateItem>().SingleOrDefault(item => item.Key == key));

    public async Task<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        await FindAsync(key, cancellationToken) is { } item
            ? new StoreItem(item.Json, item.Version.ToString(CultureInfo.InvariantCulture))
            : null;

    public async Task WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        var known = db.State.Local.FindEntry(key)?.Entity;
        if (known is null && item.ETag is not null)
            known = await FindAsync(key, cancellationToken);
        if (known is null)
            db.Add(new StateItem(key, item.Json, clock.GetUtcNow()));
        else
            known.Write(item.Json, clock.GetUtcNow());
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(key, cancellationToken) is { } item)
            db.Remove(item);
    }

    private async Task<StateItem?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.State.Local.FindEntry(key)?.Entity ?? await s_find(db, key, cancellationToken);
}
