using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Storage;

/// <summary>A database that is there and takes no changes: readiness, people and the log say what it is, and all is well again when it is.</summary>
public sealed class DatabaseTroubleTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new();
    private PostgresCluster? _cluster;
    private Company _world = null!;

    [Fact]
    public async Task A_server_that_turns_read_only_makes_readiness_503_and_recovers_by_itself()
    {
        await StartOnItsOwnServerAsync();
        await _cluster!.SetReadOnlyAsync(true);
        await FailsAsync("read-only", "read-only since", "read-only transaction");
        await _cluster.SetReadOnlyAsync(false);
        await WorksAsync();
    }

    [Fact]
    public async Task A_server_that_becomes_a_standby_makes_readiness_503_and_recovers_when_it_is_the_primary()
    {
        await StartOnItsOwnServerAsync();
        await _cluster!.DemoteAsync();
        await FailsAsync("standby", "read-only since", "read-only transaction");
        await _cluster.PromoteAsync();
        await WorksAsync();
    }

    [Theory]
    [InlineData("42501", "refuses TrunkBot's account")]
    [InlineData("53100", "disk is full")]
    [InlineData("58030", "disk reports errors")]
    [InlineData("53200", "is busy")]
    [InlineData("25006", "read-only")]
    public async Task Whatever_keeps_a_server_from_taking_changes_is_named_as_it_is(string state, string named)
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres" });
        await _world.Database.ExecuteAsync(
            $"""CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '{state}'; END $$; CREATE TRIGGER no BEFORE INSERT ON "State" EXECUTE FUNCTION no()""");
        Assert.Contains(named, await NotReadyAsync(), StringComparison.Ordinal);
        await _world.Database.ExecuteAsync("""DROP TRIGGER no ON "State" """);
        await ReadyAsync();
    }

    [Fact]
    public async Task A_full_disk_under_the_file_makes_readiness_503_and_recovers_when_there_is_room()
    {
        _world = await Company.StartAsync();
        await PagesAsync(1);
        await FillAsync();
        await FailsAsync("disk is full", "no space left since", "database or disk is full");
        Assert.DoesNotContain(_world.Log.Lines, line => line.Contains("cannot rollback", StringComparison.Ordinal));
        await PagesAsync(1_000_000);
        await WorksAsync();
    }

    [Fact]
    public async Task A_file_that_is_gone_makes_readiness_503_and_recovers_when_it_is_back()
    {
        _world = await Company.StartAsync();
        var elsewhere = _world.Folder + "-elsewhere";
        Directory.Move(_world.Folder, elsewhere);
        await FailsAsync("gone", "missing since", "is not there any more");
        Directory.Move(elsewhere, _world.Folder);
        await WorksAsync();
    }

    [Fact]
    public async Task Many_who_ask_whether_it_is_ready_make_no_more_than_one_look_at_a_time()
    {
        _world = await Company.StartAsync();
        var looks = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LookAsync()));
        Assert.All(looks, look => Assert.Equal(HttpStatusCode.OK, look.Status));
        Assert.Equal(0L, await _world.Database.ScalarAsync("""SELECT COUNT(*) FROM "State" WHERE "Key" LIKE 'probe%'"""));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        try
        {
            await _world.DisposeAsync();
        }
        finally
        {
            if (_cluster is not null)
                await _cluster.EndAsync();
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task StartOnItsOwnServerAsync()
    {
        _cluster = await PostgresCluster.AnotherAsync();
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres", Database = await PostgresDatabase.CreateAsync(_cluster) });
        await ReadyAsync();
    }

    private async Task FailsAsync(string operatorsRead, string peopleRead, string logged)
    {
        // What there is room for in a table that is nearly empty still fits.
        var heard = await _world.Riya.SaysAsync("/trunk new");
        for (var turns = 1; turns < 200 && heard.Delivery.Status == 200; turns++)
            heard = await _world.Riya.SaysAsync("/trunk new");
        Assert.Equal(500, heard.Delivery.Status);
        Assert.Contains(peopleRead, heard.Text, StringComparison.Ordinal);
        Assert.Contains(operatorsRead, await NotReadyAsync(), StringComparison.Ordinal);
        Assert.Contains(_world.Log.Lines, line => line.Contains(logged, StringComparison.Ordinal));
    }

    private async Task WorksAsync()
    {
        await ReadyAsync();
        Assert.Equal(200, (await _world.Riya.SaysAsync("/trunk new")).Delivery.Status);
    }

    private Task<string> ReadyAsync() => UntilAsync(HttpStatusCode.OK);

    private Task<string> NotReadyAsync() => UntilAsync(HttpStatusCode.ServiceUnavailable);

    private async Task<string> UntilAsync(HttpStatusCode status)
    {
        using var late = new CancellationTokenSource(s_patience);
        while (true)
        {
            var look = await LookAsync();
            if (look.Status == status)
                return look.Body;
            await Task.Delay(50, late.Token);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> LookAsync()
    {
        using var answer = await _http.GetAsync(new Uri($"{_world.Bot.Configuration["Urls"]}/health/ready"));
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    // What the connection is told stays with it; that it changes no row makes the rest undone.
    private Task<bool> PagesAsync(int most) => WriteAsync($"PRAGMA max_page_count = {most}");

    // Until not even the pages are left that were used before.
    private async Task FillAsync()
    {
        foreach (var size in new[] { 100_000, 4_000, 500 })
            while (await Record.ExceptionAsync(() => WriteAsync($"INSERT INTO \"State\" VALUES ('{Guid.NewGuid()}', '{new string('x', size)}', 0, 1)")) is null)
            {
            }
    }

    private Task<bool> WriteAsync(string sql) =>
        _world.Bot.Services.GetRequiredService<IBackEnd>().Rows.WriteAsync([new RowWrite(sql)], bringsWork: false, CancellationToken.None);
}
