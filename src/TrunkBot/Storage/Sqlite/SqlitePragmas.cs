using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrunkBot.Storage.Sqlite;

/// <summary>What every connection to the file is told when it opens.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // WAL: readers do not wait for the writer. NORMAL: no flush to the disk inside of a commit, where all others wait; Commit flushes after
    // it, for many at once, before anything leaves. secure_delete: a secret that is deleted is overwritten.
    // busy_timeout: for others who look into the file. mmap_size: a page that another connection has changed is read again from memory.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-8000;";

    // The pool hands out the same native connections again and again: each is told once.
    private readonly ConditionalWeakTable<object, object?> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!_told.TryAdd(((SqliteConnection)connection).Handle!, null))
            return;
        Tell(connection);
    }

    public static void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // SQLite does nothing asynchronously.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
