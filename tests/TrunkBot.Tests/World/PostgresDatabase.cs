using Npgsql;

namespace TrunkBot.Tests.World;

/// <summary>A database in the cluster that the tests share.</summary>
internal sealed class PostgresDatabase(PostgresCluster cluster, string connection) : IDatabase
{
    public string Connection => connection;

    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(Certificates.Usual)
    {
        ["Storage:BackEnd"] = "Postgres",
        ["ConnectionStrings:TrunkBot"] = connection,
    };

    public static async Task<PostgresDatabase> CreateAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        return new PostgresDatabase(cluster, await cluster.CreateDatabaseAsync());
    }

    /// <summary>Cuts every connection, as a network does.</summary>
    public Task CutConnectionsAsync() => cluster.CutConnectionsAsync(connection);

    public Task ExecuteAsync(string sql) => ScalarAsync(sql);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync() => await cluster.DropDatabaseAsync(connection);
}
