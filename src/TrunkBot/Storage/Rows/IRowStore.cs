using System.Data.Common;

namespace TrunkBot.Storage.Rows;

/// <summary>A database as this room alone sees it: statements go in, kept prepared, and rows come out.</summary>
/// <remarks>Rooms say what they want by <see cref="Statement"/> and <see cref="Change"/>. Values are $1, $2 …, which SQLite and PostgreSQL both understand.</remarks>
internal interface IRowStore
{
    /// <summary>Reads the first row; null when there is none.</summary>
    ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class;

    /// <summary>Reads all rows.</summary>
    ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values);

    /// <summary>Changes these rows in one transaction; what was changed survives a power cut.</summary>
    /// <param name="writes">What to change.</param>
    /// <param name="bringsWork">True where the workers of all processes are told, with the change, that there is something to do.</param>
    /// <param name="ct">Gives up before anything is changed.</param>
    /// <returns>False when a row was not as its statement wants it, or is there already: nothing was changed.</returns>
    /// <exception cref="CommitInDoubtException">The database was lost while it saved: nobody knows whether it did.</exception>
    Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct);

    /// <summary>Changes one row; a killed process does not undo it, a power cut may, if nothing was written after it.</summary>
    /// <returns>False when the row was not as its statement wants it.</returns>
    /// <exception cref="CommitInDoubtException">The database was lost meanwhile: nobody knows whether it did.</exception>
    Task<bool> NoteAsync(RowWrite write, CancellationToken ct);

    /// <summary>Runs one statement that writes and gives a number back; it may be undone by a power cut if nothing was written after it.</summary>
    Task<long> CountAsync(RowWrite write, CancellationToken ct);
}

/// <summary>A statement and its values. One that writes changes exactly one row, or fails.</summary>
internal sealed record RowWrite(string Sql, params object?[] Values);

/// <summary>How rooms read rows.</summary>
internal static class RowReading
{
    extension(IBackEnd backEnd)
    {
        /// <summary>The first row; null when there is none.</summary>
        public ValueTask<T?> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken ct, params ReadOnlySpan<object?> values) where T : class
        {
            var (sql, stored) = statement.On(backEnd.Model, values);
            return backEnd.Rows.ReadAsync(sql, read, ct, stored);
        }

        /// <summary>All rows.</summary>
        public ValueTask<List<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken ct, params ReadOnlySpan<object?> values)
        {
            var (sql, stored) = statement.On(backEnd.Model, values);
            return backEnd.Rows.ListAsync(sql, read, ct, stored);
        }
    }

    extension(DbDataReader row)
    {
        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

        public DateTimeOffset? TimeIfAny(int column) => row.IsDBNull(column) ? null : row.Time(column);
    }
}
