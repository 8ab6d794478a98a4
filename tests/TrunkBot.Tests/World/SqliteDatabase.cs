using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace TrunkBot.Tests.World;

/// <summary>A file.</summary>
internal sealed class SqliteDatabase(string file) : IDatabase
{
    // To read a row and let it go takes three, to give one some more.
    private const int StepsPerRow = 10;

    private readonly string _connection = $"Data Source={file}";

    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public Task ExecuteAsync(string sql) => ScalarAsync(sql);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async Task<IReadOnlyList<string>> PlanAsync(string sql, IReadOnlyDictionary<string, object?> values)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var explain = Command(connection, $"EXPLAIN QUERY PLAN {sql}", values);
        await using var rows = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(3));
        return plan;
    }

    public async Task<Effort> TryAsync(string sql, IReadOnlyDictionary<string, object?> values)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = Command(connection, sql, values);
        command.Transaction = transaction;
        await command.PrepareAsync();
        var (steps, given) = (0L, 0L);
        sqlite3_progress_handler(connection.Handle, 1, _ => { steps++; return 0; }, null);
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                given++;
            given = Math.Max(given, rows.RecordsAffected);
        }

        sqlite3_progress_handler(connection.Handle, 0, null, null);
        return new Effort(given, steps / StepsPerRow, $"{steps} steps: {string.Join('\n', await PlanAsync(sql, values))}");
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, IReadOnlyDictionary<string, object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
