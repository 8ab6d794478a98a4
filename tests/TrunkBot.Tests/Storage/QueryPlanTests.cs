using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;

namespace TrunkBot.Tests.Storage;

/// <summary>What people wait for is found by an index, however many requests there have been.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    private Company _world = null!;

    [Theory]
    [InlineData("/trunk list")]
    [InlineData("/trunk requests")]
    [InlineData("/trunk show TR-1")]
    [InlineData("/trunk approve TR-2")]
    [InlineData("/trunk cancel TR-2")]
    public async Task A_line_reads_no_table_from_end_to_end_and_sorts_nothing(string line)
    {
        await _world.AsksAndGetsAYesAsync();
        await _world.AsksAsync();
        var before = _world.Log.Lines.Count;
        await _world.Riya.SaysAsync(line);
        await _world.Omar.SaysAsync(line);
        await _world.Ada.SaysAsync(line);
        var asked = _world.Log.Lines.Skip(before).SelectMany(Question).Distinct().ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, sql => Assert.All(PlanOf(sql), step => Assert.DoesNotMatch("^SCAN (?!.* USING (COVERING )?INDEX)|TEMP B-TREE", step)));
    }

    [Theory]
    [InlineData(TenantFacts.Asked)]
    [InlineData(TenantFacts.Counted)]
    [InlineData(TenantFacts.Known)]
    [InlineData(TenantFacts.Sharing)]
    public void What_the_rules_want_to_know_is_found_by_an_index_and_counted_no_further_than_its_limit(string sql) => Assert.All(PlanOf(sql), step =>
        Assert.DoesNotMatch("^SCAN (?!(counted|newest)$|.* USING (COVERING )?INDEX)|TEMP B-TREE", step));

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        Settings = { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" },
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static IEnumerable<string> Question(string logged) =>
        Sql().Match(logged) is { Success: true } sql ? [sql.Groups["sql"].Value.Trim()] : [];

    private List<string> PlanOf(string sql)
    {
        using var database = new SqliteConnection($"Data Source={_world.DatabaseFile};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var explain = database.CreateCommand();
#pragma warning disable CA2100 // The statement is the bot's own.
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
            explain.Parameters.AddWithValue(name, "1");
        using var rows = explain.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
            plan.Add(rows.GetString(3));
        return plan;
    }

    [GeneratedRegex(@"Executed DbCommand \(\d+ms\) \[.*?\]\s*(?<sql>SELECT.*?)(?=\s+elapsed=|\z)", RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex(@"@\w+|\$\d+")]
    private static partial Regex Parameter();
}
