using Microsoft.Data.Sqlite;

namespace TrunkBot.Tests.World;

/// <summary>A file.</summary>
internal sealed class SqliteDatabase(string file) : IDatabase
{
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
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var (name, value) in values)
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        await using var rows = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(3));
        return plan;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
