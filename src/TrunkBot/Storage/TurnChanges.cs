using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>A turn's unit of work while it runs: single rows that are to be stored with it, beside what rooms have changed in the context.</summary>
internal sealed class TurnChanges(ContextLease context)
{
    private readonly Dictionary<string, Change> _changes = [];

    /// <summary>What somebody else may have changed first: one name for a row, the first in the alphabet. Who loses about several waits with whoever loses about the same.</summary>
    public string? Contested => (context.Current?.ChangeTracker.Entries<Versioned>() ?? [])
        .Where(entry => entry.State == EntityState.Modified)
        .Select(entry => $"{entry.Metadata.Name} {entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue}")
        .Concat(_changes.Keys)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Stores this row with the turn; what was given before under the same key is forgotten.</summary>
    public void Set(string key, Change change) => _changes[key] = change;

    /// <summary>Forgets what was given under this key.</summary>
    public void Unset(string key) => _changes.Remove(key);

    /// <summary>All of it, with these.</summary>
    public UnitOfWork With(IEnumerable<Change> more) => new(context.Current, [.. _changes.Values, .. more]);
}
