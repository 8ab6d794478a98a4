using Microsoft.Data.Sqlite;

namespace TrunkBot.Load.Scale;

/// <summary>Makes many finished requests out of the first one, with everything that was stored about it.</summary>
internal static class Copies
{
    // What tells one copy from the next; n is its number.
    private static readonly (string Table, string IsFirst, Dictionary<string, string> Keys)[] s_tables =
    [
        ("Requests", "\"Number\" = 1", new() { ["Number"] = "n" }),
        ("Approvals", "\"SubjectId\" = 'TR-1'", new() { ["SubjectId"] = "'TR-' || n" }),
        ("Trunks", "\"RequestNumber\" = 1", new() { ["TrunkId"] = "printf('%021d', n)", ["RequestNumber"] = "n", ["CreatedAt"] = "\"CreatedAt\" + n" }),
        ("Audit", "\"Subject\" = 'TR-1'", new() { ["Id"] = NewId, ["Subject"] = "'TR-' || n" }),
        ("AuditHeads", "\"Subject\" = 'TR-1'", new() { ["Subject"] = "'TR-' || n" }),
    ];

    private const string NewId =
        "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";

    public static async Task MakeAsync(string database, int count)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; BEGIN");
        foreach (var (table, isFirst, keys) in s_tables)
            await RunAsync(connection, await CopyAsync(connection, table, isFirst, keys, count));
        await RunAsync(connection, $"UPDATE \"Sequences\" SET \"Last\" = {count}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task<string> CopyAsync(SqliteConnection connection, string table, string isFirst, Dictionary<string, string> keys, int count)
    {
        var columns = new List<string>();
        await using (var look = connection.CreateCommand())
        {
            look.CommandText = "SELECT name FROM pragma_table_info($table)";
            look.Parameters.AddWithValue("$table", table);
            await using var rows = await look.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                columns.Add(rows.GetString(0));
        }

        return $"""
            WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < {count})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => keys.GetValueOrDefault(column, $"\"{column}\"")))} FROM copies, "{table}" WHERE {isFirst}
            """;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
