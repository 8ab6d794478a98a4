using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrunkBot.Sandbox;
using TrunkBot.Storage;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Storage;

/// <summary>PgBouncer between the processes and their PostgreSQL; and what a start waits for that it does not get.</summary>
public sealed class PoolerTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private PostgresDatabase _database = null!;

    [Fact]
    public async Task Behind_a_pooler_in_session_mode_two_processes_start_together_work_and_hear_each_other()
    {
        var database = await MigratedDatabases.CopyInClusterAsync();
        await using var pooler = await PgBouncer.StartAsync(database, "session", "default_pool_size = 60");
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            BackEnd = "Postgres",
            Database = database,
            Processes = 2,
            Settings = new() { ["ConnectionStrings:TrunkBot"] = pooler.Connection },
        });
        foreach (var bot in world.Bots)
            await HeardAsync(bot);
        var id = await world.AsksAndGetsAYesAsync();
        foreach (var bot in world.Bots)
            await HeardAsync(bot);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateOfAsync(id));
        await world.RestartAsync();
        Assert.Equal("created", (await world.ActsOnAsync(id))[^1]);
    }

    [Theory]
    [InlineData("settings-a.env")]
    [InlineData("settings-b.env")]
    public async Task What_once_started_and_then_failed_every_message_does_not_start(string settings)
    {
        var cases = SourceFolder.Of("tests/TrunkBot.Tests/Cases/postgres-behind-transaction-pooler");
        var lines = await File.ReadAllLinesAsync(Path.Combine(cases, "pgbouncer.ini"));
        var mode = lines.Single(line => line.StartsWith("pool_mode", StringComparison.Ordinal)).Split('=')[1].Trim();
        var more = lines.Where(line => line.StartsWith("default_pool_size", StringComparison.Ordinal)).ToArray();
        var change = (await File.ReadAllTextAsync(Path.Combine(cases, settings))).Split("Password=x")[1].Trim();
        await A_pooler_that_shares_its_connections_is_refused_at_the_start_in_a_sentence(mode, change, more);
    }

    [Theory]
    [InlineData("transaction", ";Max Auto Prepare=0", "default_pool_size = 1")]
    [InlineData("transaction", "", "server_round_robin = 1")]
    [InlineData("statement", "")]
    [InlineData("statement", ";Max Auto Prepare=0")]
    public async Task A_pooler_that_shares_its_connections_is_refused_at_the_start_in_a_sentence(string mode, string change, params string[] settings)
    {
        await using var pooler = await PgBouncer.StartAsync(_database, mode, settings);
        var problem = Assert.Single(await ProblemsOfStartAsync(pooler.Connection + change));
        Assert.Contains("session mode", problem, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:TrunkBot", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_waits_for_another_waits_no_longer_than_is_set_and_says_for_whom()
    {
        await using var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.Connection) { ApplicationName = "the other one", Pooling = false }.ToString());
        await other.OpenAsync();
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_lock(8247619699554087937)", other);
        await hold.ExecuteNonQueryAsync();
        var problem = Assert.Single(await ProblemsOfStartAsync(_database.Connection, ("Storage:WaitForOtherProcess", "00:00:01")));
        Assert.Contains("the other one", problem, StringComparison.Ordinal);
        Assert.Contains($"process {other.ProcessID}", problem, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await _sandbox.StartAsync();
        _database = await MigratedDatabases.CopyInClusterAsync();
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static Task HeardAsync(WebApplication bot) =>
        bot.Services.GetRequiredService<WorkSignal>().WaitAsync(TimeSpan.FromDays(1), CancellationToken.None).WaitAsync(s_patience);

    private async Task<IReadOnlyList<string>> ProblemsOfStartAsync(string connection, params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Ports.Free(), "unused.db"));
        foreach (var (key, value) in _database.Settings)
            settings[key] = value;
        settings["ConnectionStrings:TrunkBot"] = connection;
        foreach (var (key, value) in changes)
            settings[key] = value;
        await using var bot = TrunkBotApp.Create([], builder => builder.Configuration.AddInMemoryCollection(settings));
        var problem = await Record.ExceptionAsync(() => TrunkBotApp.PrepareAsync(bot).WaitAsync(s_patience));
        return problem is null ? ["It starts."] : StartProblem.SentencesOf(problem) is { Count: > 0 } sentences ? sentences : [problem.ToString()];
    }
}
