using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrunkBot.Storage.Sqlite;

/// <summary>What every connection to the file is told when it opens.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // WAL: readers do not wait for the writer. NORMAL: no flush to the disk inside of a commit, where all others wait; Commit flushes after
    // it, for many at once, before anything leaves. secure_delete: a secret that is deleted is overwritten.
    // busy_timeout: for others who look into the file.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
