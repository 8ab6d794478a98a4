using System.Data.Common;
using System.Diagnostics;

namespace TrunkBot.Storage.Rows;

/// <summary>
/// Tells the log of every statement that goes around EF, where EF tells of its own: under its name for executed commands, at level Debug. What
/// kind of value goes with it is told, and never the value: it may be a person's words, or a secret that is locked.
/// </summary>
internal sealed partial class LoggedRows(IRowStore rows, ILoggerFactory logs) : IRowStore, IDisposable
{
    /// <summary>Source: EF Core, <c>DbLoggerCategory.Database.Command.Name</c>.</summary>
    public const string Category = "Microsoft.EntityFrameworkCore.Database.Command";

    private readonly ILogger _log = logs.CreateLogger(Category);

    public async ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
    {
        var began = Stopwatch.GetTimestamp();
        var row = await rows.ReadAsync(sql, read, ct, values);
        if (_log.IsEnabled(LogLevel.Debug))
            Tell(sql, values, began);
        return row;
    }

    public async ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await rows.ListAsync(sql, read, ct, values);
        if (_log.IsEnabled(LogLevel.Debug))
            Tell(sql, values, began);
        return all;
    }

    public async Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var isDone = await rows.WriteAsync(writes, bringsWork, ct);
        if (!_log.IsEnabled(LogLevel.Debug))
            return isDone;
        foreach (var write in writes)
            Tell(write.Sql, write.Values, began);
        Ended(_log, writes.Count, isDone ? "COMMIT" : "ROLLBACK", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return isDone;
    }

    public async Task<bool> NoteAsync(RowWrite write, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var isDone = await rows.NoteAsync(write, ct);
        if (_log.IsEnabled(LogLevel.Debug))
            Tell(write.Sql, write.Values, began);
        return isDone;
    }

    public async Task<long> CountAsync(RowWrite write, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var number = await rows.CountAsync(write, ct);
        if (_log.IsEnabled(LogLevel.Debug))
            Tell(write.Sql, write.Values, began);
        return number;
    }

    public void Dispose() => (rows as IDisposable)?.Dispose();

    private void Tell(string sql, object?[] values, long began) => Executed(
        _log, Stopwatch.GetElapsedTime(began).TotalMilliseconds, string.Join(", ", values.Select((value, i) => $"{RowTable.Value(i)}={KindOf(value)}")), sql);

    private static string KindOf(object? value) => value switch
    {
        null => "NULL",
        string text => $"String({text.Length})",
        byte[] bytes => $"Binary({bytes.Length})",
        _ => value.GetType().Name,
    };

    [LoggerMessage(921, LogLevel.Debug, "Executed statement ({Elapsed:F1} ms) [{Values}] {Sql}")]
    private static partial void Executed(ILogger log, double elapsed, string values, string sql);

    [LoggerMessage(922, LogLevel.Debug, "Executed {Count} statements in one transaction: {End} ({Elapsed:F1} ms)")]
    private static partial void Ended(ILogger log, int count, string end, double elapsed);
}
