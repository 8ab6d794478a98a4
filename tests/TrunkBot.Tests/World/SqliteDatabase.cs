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

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
