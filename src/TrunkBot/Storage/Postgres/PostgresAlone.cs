using Npgsql;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// The lock of whoever makes what is made once. It lives in an open transaction: the server lets go of it when that ends, however it ends,
/// even where a pooler keeps the connection.
/// </summary>
internal sealed class PostgresAlone(string? connectionString, StorageOptions options, ILogger<PostgresAlone> log)
{
    // Any number will do, as long as nobody else locks it in this database.
    private const long Key = 0x7275_6E6B_426F_7401;

    private const string Holder = """
        SELECT format('%s at %s, process %s of the server, since %s', coalesce(nullif(a.application_name, ''), 'a program'),
            coalesce(host(a.client_addr), 'the server itself'), a.pid, to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'))
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = $1
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        LIMIT 1
        """;

    /// <exception cref="StartException">Somebody else held it for longer than a start waits.</exception>
    public async Task<IAsyncDisposable> EnterAsync(CancellationToken ct)
    {
        var connection = PostgresSource.Lone(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await EnterAsync(connection, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same on a connection that is open, until it is closed.</summary>
    public async Task EnterAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, "SET LOCAL idle_in_transaction_session_timeout = 0", ct);
        if (await ScalarAsync(connection, "SELECT pg_try_advisory_xact_lock($1)", ct) is not true)
            await WaitAsync(connection, ct);
    }

    private async Task WaitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var holder = await ScalarAsync(connection, Holder, ct) as string ?? StorageTexts.Somebody;
        log.WaitsForAnother(holder, options.WaitForOtherProcess);
        await ExecuteAsync(connection, $"SET LOCAL lock_timeout = {Math.Max(1, (long)options.WaitForOtherProcess.TotalMilliseconds)}", ct);
        try
        {
            await ScalarAsync(connection, "SELECT pg_advisory_xact_lock($1)", ct);
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StartException(StorageTexts.AnotherStarts(holder, options.WaitForOtherProcess));
        }
    }

    private async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        command.Parameters.Add(PostgresValue.Of(Key));
        return await command.ExecuteScalarAsync(ct);
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    // The server ends the wait itself; this is for a server that has gone meanwhile.
    private NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = (int)options.WaitForOtherProcess.TotalSeconds + 30 };
}
