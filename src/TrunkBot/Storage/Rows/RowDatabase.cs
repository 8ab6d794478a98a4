using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace TrunkBot.Storage.Rows;

/// <summary>
/// Saves a context's changes as rows: together with the turn's own rows, and in one transaction with whoever else waits to write. Takes the
/// place of the mapper's own SQL, which it builds, and the database parses, anew for every save.
/// </summary>
internal sealed class RowDatabase(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relationalDependencies, ICurrentDbContext current)
    : RelationalDatabase(dependencies, relationalDependencies)
{
    public override int SaveChanges(IList<IUpdateEntry> entries) => throw new NotSupportedException("Saving is asynchronous.");

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        var context = (TrunkBotDbContext)current.Context;
        var writes = new List<RowWrite>(entries.Count + context.Beside.Count);
        foreach (var entry in entries)
            writes.Add(RowSql.Of(entry));
        writes.AddRange(context.Beside);
        if (!await context.GetService<IBackEnd>().Rows.WriteAsync(writes, context.BringsWork, cancellationToken))
            throw new DbUpdateConcurrencyException("Somebody else has changed the same rows.");
        return entries.Count;
    }
}
