using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace TrunkBot.Tests.World.Postgres;

/// <summary>A database in the cluster that the tests share.</summary>
internal sealed partial class PostgresDatabase(PostgresCluster cluster, string connection) : IDatabase
{
    public string Connection => connection;

    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(Certificates.Usual)
    {
        ["Storage:BackEnd"] = "Postgres",
        ["ConnectionStrings:TrunkBot"] = connection,
    };

    public static async Task<PostgresDatabase> CreateAsync() => await CreateAsync(await PostgresCluster.SharedAsync());

    public static async Task<PostgresDatabase> CreateAsync(PostgresCluster cluster) => new(cluster, await cluster.CreateDatabaseAsync());

    /// <summary>Cuts every connection, as a network does.</summary>
    public Task CutConnectionsAsync() => cluster.CutConnectionsAsync(connection);

    public Task ExecuteAsync(string sql) => ScalarAsync(sql);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        return await ExecuteAsync(open, sql);
    }

    public async Task<IReadOnlyList<string>> PlanAsync(string sql, IReadOnlyDictionary<string, object?> values)
    {
        List<string> names = [.. values.Keys];
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await ExecuteAsync(open, $"PREPARE asked AS {Numbered(sql, names)}");
        var steps = new List<string>();
        // A prepared statement is planned for its values five times, and from the sixth on for any values, if the server finds that no dearer.
        for (var time = 1; time <= 6; time++)
        {
            await using var explain = new NpgsqlCommand($"EXPLAIN (COSTS OFF) EXECUTE asked{Literals(values.Values)}", open);
            await using var rows = await explain.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                steps.Add(rows.GetString(0).Trim());
        }

        return steps;
    }

    public async Task<Effort> TryAsync(string sql, IReadOnlyDictionary<string, object?> values)
    {
        List<string> names = [.. values.Keys];
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await ExecuteAsync(open, $"PREPARE asked AS {Numbered(sql, names)}");
        var efforts = new List<Effort>();
        // As in PlanAsync: five times for these values, and then for any, if the server finds that no dearer.
        for (var time = 1; time <= 6; time++)
        {
            await using var transaction = await open.BeginTransactionAsync();
            var account = (string)(await ExecuteAsync(open, $"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE asked{Literals(values.Values)}"))!;
            efforts.Add(PostgresAccount.Read(account));
            await transaction.RollbackAsync();
        }

        return efforts.MaxBy(effort => effort.Read - effort.Given)!;
    }

    public async ValueTask DisposeAsync() => await cluster.DropDatabaseAsync(connection);

    private static async Task<object?> ExecuteAsync(NpgsqlConnection open, string sql)
    {
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync();
    }

    private static string Numbered(string sql, List<string> names) =>
        Value().Replace(sql, name => names.IndexOf(name.Value) is var at and >= 0 ? $"${at + 1}" : name.Value);

    // The server takes every quoted value for what its parameter is.
    private static string Literals(IEnumerable<object?> values) => values.Select(value => value switch
    {
        null or DBNull => "NULL",
        byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'",
        _ => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("'", "''", StringComparison.Ordinal)}'",
    }).ToList() is { Count: > 0 } all ? $"({string.Join(", ", all)})" : "";

    [GeneratedRegex(@"[@$]\w+")]
    private static partial Regex Value();
}
