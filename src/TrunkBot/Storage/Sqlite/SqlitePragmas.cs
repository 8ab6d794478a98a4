using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrunkBot.Storage.Sqlite;

/// <summary>What every connection to the file is told when it opens.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // WAL: readers do not wait for the writer. FULL: what was committed survives a power cut, or a create could be sent twice.
    // secure_delete: a secret that is deleted is overwritten. busy_timeout: for others who look into the file.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

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
