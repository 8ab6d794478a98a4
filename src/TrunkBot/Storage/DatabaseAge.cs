using Microsoft.EntityFrameworkCore;

namespace TrunkBot.Storage;

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
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            throw new StartException(StorageTexts.Newer(newer));
        return known.SetEquals(applied);
    }
}

/// <summary>The program cannot start; the message says what to change.</summary>
internal sealed class StartException(string message) : Exception(message);
