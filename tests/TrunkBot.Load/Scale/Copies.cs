using System.Data.Common;
using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Children;

namespace TrunkBot.Load.Scale;

/// <summary>Makes many finished requests out of the first one, with everything that is kept about it, and for each fifty a draft that somebody has begun.</summary>
internal static class Copies
{
    private const int FinishedPerDraft = 50;

    private static readonly Dictionary<string, string> s_draft = new()
    {
        ["Number"] = "n",
        ["State"] = "'Draft'",
        ["AskerId"] = "'asker ' || n",
        ["ConversationKey"] = "'chat ' || n",
        ["TrunkId"] = "NULL",
    };

    public static async Task MakeAsync(IBackEnd backEnd, ChildOrder order, int count)
    {
        await using var connection = backEnd.Connect(order);
        await connection.OpenAsync();
        await RunAsync(connection, backEnd.Around.Before);
        foreach (var (table, isFirst, keys) in Tables(backEnd))
            await CopyAsync(backEnd, connection, table, isFirst, keys, 2, count);
        var last = count + count / FinishedPerDraft;
        await CopyAsync(backEnd, connection, "Requests", "\"Number\" = 1", s_draft, count + 1, last);
        await RunAsync(connection, $"UPDATE \"Sequences\" SET \"Last\" = {last}");
        await RunAsync(connection, backEnd.Around.After);
    }

    // What tells one copy from the next; n is its number.
    private static (string Table, string IsFirst, Dictionary<string, string> Keys)[] Tables(IBackEnd backEnd) =>
    [
        ("Requests", "\"Number\" = 1", new() { ["Number"] = "n" }),
        ("Approvals", "\"SubjectId\" = 'TR-1'", new() { ["SubjectId"] = "'TR-' || n" }),
        ("Trunks", "\"RequestNumber\" = 1", new() { ["TrunkId"] = backEnd.Padded, ["RequestNumber"] = "n", ["CreatedAt"] = "\"CreatedAt\" + n" }),
        ("TrunkKeys", "\"RequestNumber\" = 1", new() { ["Value"] = "\"Value\" || '-' || n", ["RequestNumber"] = "n" }),
        ("Audit", "\"Subject\" = 'TR-1'", new() { ["Id"] = backEnd.NewId, ["Subject"] = "'TR-' || n" }),
        ("AuditHeads", "\"Subject\" = 'TR-1'", new() { ["Subject"] = "'TR-' || n" }),
    ];

    private static async Task CopyAsync(
        IBackEnd backEnd, DbConnection connection, string table, string isFirst, Dictionary<string, string> keys, int first, int last)
    {
        var columns = await ColumnsAsync(backEnd, connection, table);
        var sql = $"""
            WITH RECURSIVE copies(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM copies WHERE n < {last})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => keys.GetValueOrDefault(column, $"\"{column}\"")))} FROM copies, "{table}" WHERE {isFirst}
            """;
        if (await RunAsync(connection, sql) == 0)
            throw new InvalidOperationException($"There is nothing about the first request in {table}.");
    }

    private static async Task<List<string>> ColumnsAsync(IBackEnd backEnd, DbConnection connection, string table)
    {
        await using var look = Command(connection, backEnd.ColumnsOf);
        var name = look.CreateParameter();
        (name.ParameterName, name.Value) = ("@table", table);
        look.Parameters.Add(name);
        await using var rows = await look.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await rows.ReadAsync())
            columns.Add(rows.GetString(0));
        return columns;
    }

    private static async Task<int> RunAsync(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}
