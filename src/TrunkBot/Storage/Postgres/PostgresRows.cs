using System.Data.Common;
using Npgsql;
using Polly;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Postgres;

/// <summary>Rows in PostgreSQL. The driver keeps the statements prepared.</summary>
internal sealed class PostgresRows(NpgsqlDataSource source, PostgresWriter writer) : IRowStore
{
    // Reading twice harms nobody: whoever only looks, a start among them, does not fail because a connection was cut.
    private static readonly ResiliencePipeline s_patience =
        Retries.AtOnceAfter(lost => PostgresErrors.IsLost(lost) && lost.InnerException is not TimeoutException);

    public ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class =>
        s_patience.ExecuteAsync(async ValueTask<T?> (ct) =>
        {
            await using var command = Command(sql, values);
            await using var rows = await command.ExecuteReaderAsync(ct);
            return await rows.ReadAsync(ct) ? read(rows) : null;
        }, ct);

    public ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) =>
        s_patience.ExecuteAsync(async ValueTask<List<T>> (ct) =>
        {
            await using var command = Command(sql, values);
            await using var rows = await command.ExecuteReaderAsync(ct);
            var all = new List<T>();
            while (await rows.ReadAsync(ct))
                all.Add(read(rows));
            return all;
        }, ct);

    public Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) => writer.WriteAsync(writes, bringsWork, ct);

    public Task<bool> NoteAsync(RowWrite write, CancellationToken ct) => writer.NoteAsync(write, ct);

    public async Task<long> CountAsync(RowWrite write, CancellationToken ct)
    {
        await using var command = Command(write.Sql, write.Values);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(PostgresValue.Of(value));
        return command;
    }
}
