using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace TrunkBot.Storage.Trouble;

/// <summary>Which version the database is of: one that a newer program has changed is left alone.</summary>
internal static class DatabaseAge
{
    /// <returns>True if it is of this program's own: then there is nothing to migrate, and nothing is built in order to find that out.</returns>
    /// <exception cref="StartException">The database has migrations that this program does not know.</exception>
    public static async Task<bool> IsCurrentAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return false;
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await AppliedAsync(db, cancellationToken);
        if (applied.Find(migration => !known.Contains(migration)) is { } newer)
            throw new StartException(StorageTexts.Newer(newer));
        return known.SetEquals(applied);
    }

    // GetAppliedMigrationsAsync would build a model of that one table first.
    private static async Task<List<string>> AppliedAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.GetService<IHistoryRepository>().ExistsAsync(cancellationToken))
            return [];
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""SELECT "MigrationId" FROM "{HistoryRepository.DefaultTableName}" ORDER BY "MigrationId" """;
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var applied = new List<string>();
            while (await rows.ReadAsync(cancellationToken))
                applied.Add(rows.GetString(0));
            return applied;
        }
        catch (DbException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return []; // Npgsql does not look whether the table is there.
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
