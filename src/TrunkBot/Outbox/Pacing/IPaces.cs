using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Outbox.Pacing;

/// <summary>Where it is kept how much was sent. Nothing is locked: of two who change the same at once, one does.</summary>
internal interface IPaces
{
    /// <summary>Null where nothing was sent lately.</summary>
    ValueTask<Pace?> FindAsync(string key, CancellationToken ct);

    /// <returns>False when it was no longer as it was found: nothing was changed.</returns>
    ValueTask<bool> TryChangeAsync(Pace? before, Pace after, CancellationToken ct);
}

/// <summary>In memory, where there is one process. A start begins anew: what was sent just before is not counted, and the channel says so where it minds.</summary>
internal sealed class PacesInMemory(TimeProvider clock) : IPaces
{
    private readonly Recent<Pace> _paces = new(TimeSpan.FromHours(1));

    public ValueTask<Pace?> FindAsync(string key, CancellationToken ct)
    {
        lock (_paces)
            return new(_paces.Find(key, clock.GetUtcNow()));
    }

    public ValueTask<bool> TryChangeAsync(Pace? before, Pace after, CancellationToken ct)
    {
        lock (_paces)
        {
            var now = clock.GetUtcNow();
            if (_paces.Find(after.Key, now) != before)
                return new(false);
            _paces.Set(after.Key, after, now);
            return new(true);
        }
    }
}

/// <summary>
/// In the database, where several processes share one. It is noted, not saved: after a power cut a few messages too many are sent at worst, which the
/// channel refuses. A process that dies with a place in its hand has used it up, for all that the others know.
/// </summary>
internal sealed class PacesInRows(IBackEnd backEnd, Commit commit) : IPaces
{
    private static readonly Statement s_find =
        Statement.Select<Pace>(nameof(Pace.SpreadUntil), nameof(Pace.HourSpreadUntil)).Where(nameof(Pace.Key));

    private static readonly Statement s_change = Statement.Update<Pace>()
        .Set(nameof(Pace.SpreadUntil), nameof(Pace.HourSpreadUntil)).Where(nameof(Pace.Key), nameof(Pace.SpreadUntil), nameof(Pace.HourSpreadUntil));

    public ValueTask<Pace?> FindAsync(string key, CancellationToken ct) =>
        backEnd.ReadAsync(s_find, row => new Pace { Key = key, SpreadUntil = row.Time(0), HourSpreadUntil = row.Time(1) }, ct, key);

    public async ValueTask<bool> TryChangeAsync(Pace? before, Pace after, CancellationToken ct) => await commit.TryNoteAsync(
        before is null
            ? Change.Insert(after)
            : Change.By(s_change, after.SpreadUntil, after.HourSpreadUntil, after.Key, before.SpreadUntil, before.HourSpreadUntil),
        ct);
}
