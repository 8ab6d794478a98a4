using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>Many finished requests out of the first one, with everything that is kept about it: PostgreSQL plans by what is in its tables.</summary>
internal static class LargeTables
{
    private const int Count = 10_000, Askers = 200;

    private static readonly string s_asker = string.Create(CultureInfo.InvariantCulture, $"'asker ' || n % {Askers}");

    // What tells one copy from the next; n is its number. Each is a second older than the one before.
    private static readonly Dictionary<string, (string IsFirst, Dictionary<string, string> Keys)> s_tables = new()
    {
        ["Requests"] = ("\"Number\" = 1", new() { ["Number"] = "n", ["AskerId"] = s_asker, ["ChangedAt"] = Older("ChangedAt") }),
        ["Approvals"] = ("\"SubjectId\" = 'TR-1'", new() { ["SubjectId"] = "'TR-' || n" }),
        ["Trunks"] = ("\"RequestNumber\" = 1", new() { ["TrunkId"] = "'trunk ' || n", ["RequestNumber"] = "n", ["AskerId"] = s_asker, ["CreatedAt"] = Older("CreatedAt") }),
        ["TrunkKeys"] = ("\"RequestNumber\" = 1", new() { ["Value"] = "\"Value\" || '-' || n", ["RequestNumber"] = "n" }),
        ["Audit"] = ("\"Subject\" = 'TR-1'", new() { ["Id"] = "gen_random_uuid()", ["Subject"] = "'TR-' || n", ["At"] = Older("At") }),
        ["AuditHeads"] = ("\"Subject\" = 'TR-1'", new() { ["Subject"] = "'TR-' || n", ["LastAt"] = Older("LastAt") }),
        ["AuditSeals"] = ("\"Subject\" = 'TR-1'", new() { ["Subject"] = "'TR-' || n" }),
        ["Jobs"] = (One("Jobs", "Id", "WHERE \"State\" = 1"), new() { ["Id"] = "gen_random_uuid()", ["TurnKey"] = "'turn ' || n", ["DueAt"] = Older("DueAt") }),
        ["SeenActivities"] = (One("SeenActivities", "Key"), new() { ["Key"] = "'seen ' || n", ["At"] = Older("At") }),
        ["State"] = (One("State", "Key"), new() { ["Key"] = "'state ' || n", ["ChangedAt"] = Older("ChangedAt") }),
    };

    public static IEnumerable<string> Names => s_tables.Keys;

    public static async Task FillAsync(Company world)
    {
        foreach (var (table, (isFirst, keys)) in s_tables)
        {
            var columns = await ColumnsAsync(world, table);
            await world.Database.ExecuteAsync(
                $"""
                SET synchronous_commit = off;
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT {string.Join(", ", columns.Select(column => keys.GetValueOrDefault(column, $"\"{column}\"")))}
                FROM generate_series(1000, {1000 + Count - 1}) AS n, "{table}" WHERE {isFirst}
                """);
            Assert.True(await world.Database.ScalarAsync($"SELECT count(*) FROM \"{table}\"") is >= (long)Count, $"There is too little in {table}.");
        }

        await world.Database.ExecuteAsync("ANALYZE");
    }

    private static string Older(string column) => $"\"{column}\" - 1000 * n";

    private static string One(string table, string key, string where = "") => $"\"{key}\" = (SELECT \"{key}\" FROM \"{table}\" {where} LIMIT 1)";

    private static Task<List<string>> ColumnsAsync(Company world, string table) => world.StoredAsync(db =>
    {
        var type = db.Model.GetEntityTypes().Single(one => one.GetTableName() == table);
        var at = StoreObjectIdentifier.Table(table, type.GetSchema());
        return Task.FromResult(type.GetFlattenedProperties().Select(property => property.GetColumnName(at)!).ToList());
    });
}
