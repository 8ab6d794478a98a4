using System.Collections.Concurrent;
using System.Data.Common;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Sqlite;

/// <summary>Rows in SQLite: readers never wait, and all that wait to write share a transaction and a flush.</summary>
internal sealed class SqliteRows(string connectionString, SqliteWriter writer) : IRowStore, IDisposable
{
    private readonly ConcurrentBag<PreparedConnection> _readers = [];

    public ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class =>
        new(Read(sql, rows => rows.Read() ? read(rows) : null, values));

    public ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) =>
        new(Read(sql, rows =>
        {
            var all = new List<T>();
            while (rows.Read())
                all.Add(read(rows));
            return all;
        }, values));

    public Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) => writer.WriteAsync(writes);

    public Task<bool> NoteAsync(RowWrite write, CancellationToken ct) => writer.NoteAsync(write);

    public Task<long> CountAsync(RowWrite write, CancellationToken ct) => writer.CountAsync(write);

    private T Read<T>(string sql, Func<DbDataReader, T> read, object?[] values)
    {
        var reader = _readers.TryTake(out var free) ? free : new PreparedConnection(connectionString);
        try
        {
            using var rows = reader.Read(sql, values);
            return read(rows);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }
}
