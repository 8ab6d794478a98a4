using Npgsql;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// Writes rows in one transaction: all statements travel together, and the commit follows when each has touched its row. READ COMMITTED is
/// enough: every statement names the version it expects, and one that waited for another transaction looks at the row again.
/// </summary>
internal sealed class PostgresWriter(NpgsqlDataSource source, PostgresVerdict verdict)
{
    public const string Channel = "trunkbot_work";

    // The last statement: it asks for the transaction's number, by which the server can be asked later how it has ended. Whoever is frozen
    // before the commit is undone by the server after a while: until then all others who need the same rows stand still. It saves again when it wakes.
    private const string Number = "SELECT pg_current_xact_id()::text, set_config('idle_in_transaction_session_timeout', '5s', true)";
    private const string NotYetOnDisk = "SELECT set_config('synchronous_commit', 'off', true)";
    private const string NumberAndBell = $"{Number}, pg_notify('{Channel}', '')";

    /// <returns>False when a row was not as its statement wants it: nothing was changed.</returns>
    public async Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        string? number;
        try
        {
            number = await ExecuteAsync(connection, writes, bringsWork, ct);
        }
        catch (PostgresException taken) when (PostgresErrors.IsTaken(taken))
        {
            return false;
        }
        catch (Exception lost) when (PostgresErrors.IsLost(lost))
        {
            throw new ConnectionLostException(lost);
        }

        return number is not null && await CommitAsync(transaction, number);
    }

    /// <summary>One row in a transaction whose end does not wait for the disk; all of it travels together.</summary>
    public async Task<bool> NoteAsync(RowWrite write, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(NotYetOnDisk));
        var command = Command(write);
        batch.BatchCommands.Add(command);
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
            return command.RecordsAffected == 1;
        }
        catch (PostgresException taken) when (PostgresErrors.IsTaken(taken))
        {
            return false;
        }
        catch (Exception lost) when (PostgresErrors.IsLost(lost))
        {
            // It bears no number by which the server could be asked.
            throw new CommitInDoubtException(lost);
        }
    }

    // Whoever waits for this must not give up in the middle: it would not know what became of it.
    private async Task<bool> CommitAsync(NpgsqlTransaction transaction, string number)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (Exception lost) when (PostgresErrors.IsLost(lost))
        {
            if (await verdict.IsCommittedAsync(number, lost))
                return true;
            throw new ConnectionLostException(lost);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        try
        {
            return await source.OpenConnectionAsync(ct);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException && lost.InnerException is not TimeoutException)
        {
            throw new ConnectionLostException(lost);
        }
    }

    /// <returns>The transaction's number; null when a statement did not touch exactly one row.</returns>
    private static async Task<string?> ExecuteAsync(NpgsqlConnection connection, IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        List<NpgsqlBatchCommand> commands = [.. InOrder(writes).Select(Command)];
        commands.ForEach(batch.BatchCommands.Add);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(bringsWork ? NumberAndBell : Number));
        var number = (string)(await batch.ExecuteScalarAsync(ct))!;
        return commands.TrueForAll(command => command.RecordsAffected == 1) ? number : null;
    }

    private static NpgsqlBatchCommand Command(RowWrite write)
    {
        var command = new NpgsqlBatchCommand(write.Sql);
        foreach (var value in write.Values)
            command.Parameters.Add(PostgresValue.Of(value));
        return command;
    }

    // Every transaction takes its tables in the same order, so that two that need the same rows wait for each other and not in a circle.
    private static IEnumerable<RowWrite> InOrder(IReadOnlyList<RowWrite> writes) => writes.OrderBy(write => TableOf(write.Sql), StringComparer.Ordinal);

    private static string TableOf(string sql) => sql.Split('"', 3) is [_, var table, _] ? table : "";
}
