using Microsoft.EntityFrameworkCore;

namespace TrunkBot.Storage;

/// <summary>A database that a newer program has changed is left alone.</summary>
internal static class DatabaseAge
{
    /// <exception cref="StartException">The database has migrations that this program does not know.</exception>
    public static async Task RefuseNewerAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return;
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
        {
            throw new StartException(StorageTexts.Newer(newer));
        }
    }
}

/// <summary>The program cannot start; the message says what to change.</summary>
internal sealed class StartException(string message) : Exception(message);
