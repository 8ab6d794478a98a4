using System.Text.RegularExpressions;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>What people wait for is found by an index, however many requests there have been; so is what is done behind them.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    // All that look at more than the request.
    private static readonly Dictionary<string, string?> s_rules =
        ((string[])["numbers-per-day", "requests-per-day", "open-requests-per-person", "trunks-per-tenant", "numbers-per-tenant", "new-countries", "shared-credentials"])
        .Index().SelectMany(rule => (KeyValuePair<string, string?>[])[
            new($"Policies:Rules:{rule.Index}:Rule", rule.Item),
            .. rule.Item.Contains("-per-", StringComparison.Ordinal) ? [KeyValuePair.Create($"Policies:Rules:{rule.Index}:Most", (string?)"1000")] : (KeyValuePair<string, string?>[])[]])
        .ToDictionary();

    private readonly Statements _statements = new();
    private Company _world = null!;

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Whatever_people_say_and_whatever_is_done_behind_it_reads_no_large_table_from_end_to_end(string backEnd)
    {
        await StartAsync(backEnd);
        await NothingIsReadThroughAsync(
            () => SayAsync("/trunk list", "/trunk requests", "/trunk show TR-1", "/trunk approve TR-2", "/trunk cancel TR-3", "/trunk audit"), mayNotSort: true);
        await NothingIsReadThroughAsync(() => SayAsync(
            "/trunk reject TR-4 no", "/trunk edit TR-5", "/trunk delegate TR-5 mei", "/trunk push TR-5 now", "/trunk audit TR-1", "/trunk new --chat", "one"));
        await NothingIsReadThroughAsync(async () =>
        {
            await _world.Riya.SaysAsync("/trunk new");
            await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(6));
        });
        await NothingIsReadThroughAsync(_world.RunDueJobsAsync);
        await NothingIsReadThroughAsync(() => _world.PassAsync(TimeSpan.FromMinutes(61)));
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_the_rules_want_to_know_is_found_by_an_index_and_counted_no_further_than_its_limit(string backEnd)
    {
        await StartAsync(backEnd, s_rules);
        await NothingIsReadThroughAsync(async () =>
        {
            await _world.Riya.SaysAsync("/trunk new");
            await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(6));
        });
        foreach (var wanted in new[] { "\"Requests\" AS", "\"TrunkKeys\" AS", "\"AskedAt\"", "count(", "FROM \"TrunkKeys\"" })
            Assert.Contains(_statements.Seen.Keys, statement => statement.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_one_request_went_through_is_not_looked_for_among_all_that_its_tenant_ever_did(string backEnd)
    {
        await StartAsync(backEnd);
        await SayAsync("/trunk audit TR-1", "/trunk audit TR-1 --csv");
        var pages = _statements.Seen.Where(statement => statement.Key.Contains("FROM \"Audit\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        foreach (var (sql, values) in pages)
            Assert.Contains(await _world.Database.PlanAsync(sql, values), step => step.Contains("IX_Audit_TenantId_Subject_Sequence", StringComparison.Ordinal));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private async Task StartAsync(string backEnd, Dictionary<string, string?>? settings = null)
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Change = _statements.ListenTo, BackEndAround = _statements.Around, Settings = settings ?? [] });
        await _world.ApprovedAsync();
        await _world.RunDueJobsAsync();
        for (var number = 2; number <= 5; number++)
            await _world.AskedAsync();
        await _world.Riya.On("webchat").SaysAsync("/trunk new --chat");
        await _world.PassAsync(TimeSpan.FromMinutes(61));
        // SQLite plans without looking at what is in its tables.
        if (backEnd == "Postgres")
            await LargeTables.FillAsync(_world, own: 10_000);
        _statements.Forget();
    }

    private async Task SayAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            foreach (var person in new[] { _world.Riya, _world.Omar, _world.Ada })
                await person.SaysAsync(line);
        }
    }

    private async Task NothingIsReadThroughAsync(Func<Task> act, bool mayNotSort = false)
    {
        var before = _statements.Seen.Keys.ToHashSet();
        await act();
        var asked = _statements.Seen.Where(statement => !before.Contains(statement.Key)).ToList();
        Assert.NotEmpty(asked);
        foreach (var (sql, values) in asked)
            await NotReadThroughAsync(sql, values, mayNotSort);
    }

    private async Task NotReadThroughAsync(string sql, IReadOnlyDictionary<string, object?> values, bool mayNotSort)
    {
        var plan = await _world.Database.PlanAsync(sql, values);
        var isBad = plan.Any(step => IsLarge(sql, ReadThrough().Match(step).Groups["table"].Value) || (mayNotSort && Sorts().IsMatch(step)));
        Assert.False(isBad, $"{sql}\n{string.Join('\n', plan)}");
    }

    // SQLite's plan tells a table by the name that it has in the statement.
    private static bool IsLarge(string sql, string table) => LargeTables.Names.Contains(table)
        || (table.Length > 0 && LargeTables.Names.Any(name => sql.Contains($"\"{name}\" AS \"{table}\"", StringComparison.Ordinal)));

    // A walk along an index may be one from end to end as well, but it ends where the page is full.
    [GeneratedRegex("""^SCAN (?<table>\w+)(?! USING)|Seq Scan on "(?<table>\w+)""")]
    private static partial Regex ReadThrough();

    // What is in order but for equal ones is no matter: the last term alone.
    [GeneratedRegex(@"TEMP B-TREE FOR ORDER BY|^(-> +)?Sort$")]
    private static partial Regex Sorts();
}
