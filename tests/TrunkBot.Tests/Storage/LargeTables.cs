using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Storage;

/// <summary>
/// Very much of everything, out of a few requests with all that is kept about them: what others finished, what the asker finished, what others have begun,
/// what waits for an approver, and work that is due in half a day. PostgreSQL plans by what is in its tables.
/// </summary>
internal static class LargeTables
{
    private const int Count = 10_000, Own = 1000, Askers = 200;

    private static readonly string s_somebody = string.Create(CultureInfo.InvariantCulture, $"'asker ' || n % {Askers}");

    // What tells one copy from the next; n is its number, from here on. What is finished is each a second older than the one before.
    private static readonly Copies[] s_copies =
    [
        new("Requests", "\"Number\" = 1", 10_000, new() { ["Number"] = "n", ["AskerId"] = s_somebody, ["ChangedAt"] = Older("ChangedAt") }),
        new("Requests", "\"Number\" = 1", 20_000, new() { ["Number"] = "n", ["ChangedAt"] = Older("ChangedAt") }, Own),
        new("Requests", "\"Number\" = 2", 30_000, new() { ["Number"] = "n", ["AskerId"] = s_somebody }),
        new("Requests", "\"State\" = 'Draft'", 40_000, new() { ["Number"] = "n", ["AskerId"] = s_somebody, ["ConversationKey"] = "'chat ' || n" }),
        new("Approvals", "\"SubjectId\" = 'TR-1'", 10_000, new() { ["SubjectId"] = "'TR-' || n" }),
        new("Approvals", "\"SubjectId\" = 'TR-2'", 30_000, new() { ["SubjectId"] = "'TR-' || n" }),
        new("Trunks", "\"RequestNumber\" = 1", 10_000,
            new() { ["TrunkId"] = "'trunk ' || n", ["RequestNumber"] = "n", ["AskerId"] = s_somebody, ["CreatedAt"] = Older("CreatedAt") }),
        new("TrunkKeys", "\"RequestNumber\" = 1", 10_000, new() { ["Value"] = "\"Value\" || '-' || n", ["RequestNumber"] = "n" }),
        new("Audit", "\"Subject\" = 'TR-1'", 10_000, new() { ["Id"] = "$id", ["Subject"] = "'TR-' || n", ["At"] = Older("At") }),
        new("AuditHeads", "\"Subject\" = 'TR-1'", 10_000, new() { ["Subject"] = "'TR-' || n", ["LastAt"] = Older("LastAt") }),
        new("AuditSeals", "\"Subject\" = 'TR-1'", 10_000, new() { ["Subject"] = "'TR-' || n" }),
        new("Jobs", One("Jobs", "Id", "WHERE \"State\" = 1"), 10_000, new() { ["Id"] = "$id", ["TurnKey"] = "'turn ' || n", ["DueAt"] = Older("DueAt") }),
        new("Jobs", One("Jobs", "Id", "WHERE \"Kind\" = 'expire-approval' AND \"Payload\" = 'TR-2'"), 20_000,
            new() { ["Id"] = "$id", ["Payload"] = "'TR-' || n", ["DueAt"] = "\"DueAt\" - 561600000 + n" }),
        new("SeenActivities", One("SeenActivities", "Key"), 10_000, new() { ["Key"] = "'seen ' || n", ["At"] = Older("At") }),
        new("State", One("State", "Key"), 10_000, new() { ["Key"] = "'state ' || n", ["ChangedAt"] = Older("ChangedAt") }),
    ];

    public static IEnumerable<string> Names => s_copies.Select(copies => copies.Table).Distinct();

    /// <param name="world">Whose tables.</param>
    /// <param name="own">How many requests the asker has finished.</param>
    public static async Task FillAsync(Company world, int own = Own)
    {
        var isPostgres = world.Database is PostgresDatabase;
        var (before, id) = isPostgres ? ("SET synchronous_commit = off;", "gen_random_uuid()") : ("", "hex(randomblob(16))");
        foreach (var (table, isFirst, from, keys, usual) in s_copies)
        {
            var many = usual == Own ? own : usual;
            var columns = await ColumnsAsync(world, table);
            await world.Database.ExecuteAsync(
                $"""
                {before}
                WITH RECURSIVE numbers(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM numbers WHERE n < {from + many - 1})
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT {string.Join(", ", columns.Select(column => keys.GetValueOrDefault(column, $"\"{column}\"").Replace("$id", id, StringComparison.Ordinal)))}
                FROM numbers, (SELECT * FROM "{table}" WHERE {isFirst}) AS first
                """);
        }

        foreach (var copies in s_copies.GroupBy(copies => copies.Table))
            Assert.True(await world.Database.ScalarAsync($"SELECT count(*) FROM \"{copies.Key}\"") is long rows && rows >= copies.Sum(one => one.Many), $"There is too little in {copies.Key}.");
        // SQLite plans without looking at what is in its tables.
        if (isPostgres)
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

    private sealed record Copies(string Table, string IsFirst, int From, Dictionary<string, string> Keys, int Many = Count);
}
