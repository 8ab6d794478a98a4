using System.Text.Json;

namespace TrunkBot.Tests.World.Postgres;

/// <summary>What PostgreSQL says that it did for a statement: its plan with numbers, as JSON.</summary>
internal static class PostgresAccount
{
    // A page holds many entries of an index; entries that are passed over in the index itself are not counted otherwise.
    private const int RowsPerPage = 20, PagesToFindOne = 8;

    public static Effort Read(string account)
    {
        using var json = JsonDocument.Parse(account);
        var top = json.RootElement[0].GetProperty("Plan");
        var changes = top.GetProperty("Node Type").GetString() == "ModifyTable";
        var given = Rows(changes && top.TryGetProperty("Plans", out var plans) ? plans[0] : top);
        var pages = Number(top, "Shared Hit Blocks") + Number(top, "Shared Read Blocks");
        var read = changes ? RowsRead(top) : Math.Max(RowsRead(top), RowsPerPage * (pages - PagesToFindOne * (1 + given)));
        return new Effort(given, read, account);
    }

    private static long RowsRead(JsonElement node)
    {
        var below = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(RowsRead) : 0;
        return node.TryGetProperty("Relation Name", out _) && !node.GetProperty("Node Type").ValueEquals("ModifyTable")
            ? below + Rows(node) + Number(node, "Actual Loops") * (Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck"))
            : below;
    }

    private static long Rows(JsonElement node) => Number(node, "Actual Rows") * Number(node, "Actual Loops");

    private static long Number(JsonElement node, string name) => node.TryGetProperty(name, out var number) ? (long)number.GetDouble() : 0;
}
