using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using TrunkBot.Sandbox;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Crash;

/// <summary>One world in which everything dies now and then, and what is left of its promises in the end.</summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-crash-");
    private readonly ConcurrentQueue<string> _report = new();

    /// <summary>What happened, for whoever reads the test's output.</summary>
    public IReadOnlyCollection<string> Report => _report;

    private string DatabaseFile => Path.Combine(_folder.FullName, "trunkbot.db");

    public async Task OnSqliteAsync()
    {
        await _sandbox.StartAsync();
        var plan = CrashPlan.OfThisRun();
        var dice = new Dice(plan.Seed);
        await RunAsync(plan, dice, [Settings()], ct => HoldTheFileAsync(dice, ct));
    }

    public async Task OnPostgresAsync()
    {
        await _sandbox.StartAsync();
        var plan = CrashPlan.OfThisRun();
        var cluster = await PostgresCluster.SharedAsync();
        var database = await cluster.CreateDatabaseAsync();
        await RunAsync(plan, new Dice(plan.Seed), [On(database), On(database)], _ => cluster.CutConnectionsAsync(database));
        await cluster.DropDatabaseAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync(CrashPlan plan, Dice dice, IReadOnlyDictionary<string, string?>[] settings, Func<CancellationToken, Task> cutDatabase)
    {
        _sandbox.Channel.Sent.Most = _sandbox.VideoSdk.Requests.Most = 100 * plan.Requests;
        using var late = new CancellationTokenSource(plan.Longest);
        await using var machines = await Machines.StartAsync(settings);
        using var post = new Post(_sandbox, machines.Endpoints, dice);
        var (people, misfortune) = (new People(post, dice), new Misfortune(_sandbox, machines, dice, cutDatabase));
        var played = Stopwatch.StartNew();
        try
        {
            await PlayAsync(plan, people, misfortune, late.Token);
            played.Stop();
            var over = Stopwatch.StartNew();
            await using var reckoning = new Reckoning(_sandbox, settings[0]);
            await AllIsOverAsync(reckoning, people, late.Token);
            var ends = await reckoning.EndsAsync();
            _report.Enqueue($"Seed {plan.Seed}: {people.Asked.Count} requests, {misfortune.Kills} kills, {misfortune.Cuts} cuts of the database, "
                + $"{post.Redelivered} redeliveries in {played.Elapsed:m\\:ss}, all over {over.Elapsed:m\\:ss} later; {string.Join(", ", ends.Select(end => $"{end.Key} {end.Value}"))}.");
            Assert.Empty(await reckoning.BrokenPromisesAsync(people.Approved));
            var (flaws, said) = await BotProcess.RunAsync(settings[0], "--verify-audit");
            Assert.True(flaws == 0, said);
            Assert.Equal(plan.Requests, people.Asked.Count);
            Assert.True(misfortune.Kills >= plan.Kills, $"Only {misfortune.Kills} kills.");
            Assert.True(ends[RequestState.Created] > plan.Requests / 2, "More than half of the outcomes are unknown: this run shows little.");
        }
        finally
        {
            _report.Enqueue($"Seed {plan.Seed}. The processes said last:\n{machines.LastWords}");
        }
    }

    private static async Task PlayAsync(CrashPlan plan, People people, Misfortune misfortune, CancellationToken ct)
    {
        using var played = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var tickets = Channel.CreateUnbounded<int>();
        var cuts = misfortune.CutDatabaseAsync(played.Token);
        var decisions = Enumerable.Range(1, CrashPlan.Approvers)
            .Select(n => people.DecideAsync(Approver(n), Approver(n % CrashPlan.Approvers + 1), played.Token)).ToArray();
        var questions = Enumerable.Range(1, CrashPlan.Askers).Select(n => people.AskAsync(Asker(n), tickets.Reader, played.Token));
        await AllAsync([misfortune.KillAsync(plan, tickets.Writer, played.Token), .. questions], played);
        people.NobodyAsksAnyMore();
        await AllAsync(decisions, played);
        await played.CancelAsync();
        await cuts;
    }

    // The first that fails ends the others, which would wait for it.
    private static async Task AllAsync(IReadOnlyList<Task> all, CancellationTokenSource others)
    {
        await foreach (var one in Task.WhenEach(all))
        {
            if (one.IsFaulted)
                await others.CancelAsync();
            await one;
        }
    }

    // Leases and pauses of this run are a few seconds: what has not moved for much longer is stuck.
    private static async Task AllIsOverAsync(Reckoning reckoning, People people, CancellationToken ct)
    {
        IReadOnlyList<string> before = [];
        for (var still = 0; await reckoning.OpenEndsAsync(people.Asked) is { Count: > 0 } open; before = open)
        {
            still = open.SequenceEqual(before) ? still + 1 : 0;
            if (still == 60 || ct.IsCancellationRequested)
                Assert.Fail($"This did not end:\n{string.Join("\n", open)}");
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private Dictionary<string, string?> On(string database) => new(Settings().Concat(Certificates.Usual))
    {
        ["Storage:BackEnd"] = "Postgres",
        ["ConnectionStrings:TrunkBot"] = database,
    };

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Company.FreePort(), DatabaseFile))
        {
            ["Approvals:Room:ChannelId"] = "msteams",
            ["Approvals:Room:ConversationId"] = _sandbox.Channel.ConversationId("teams-room"),
            ["VideoSdk:Timeout"] = "00:00:05",
            ["Jobs:LeaseFor"] = "00:00:10",
            ["Jobs:PollEvery"] = "00:00:01",
            ["Jobs:LongestRetryAfter"] = "00:00:05",
            // Nobody reads this room: it need not be told slowly.
            ["Jobs:NoticesPerSecond"] = "1000",
            ["Jobs:NoticesPerHalfMinute"] = "30000",
            ["Jobs:NoticesPerHour"] = "1000000",
            ["Jobs:NoticesPerSecondInTenant"] = "10000",
        };
        for (var n = 1; n <= 10; n++)
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Access:Roles:Requester:{n + 10}")] = $"user:{SandboxApp.Person(Asker(n)).ObjectId}";
            settings[string.Create(CultureInfo.InvariantCulture, $"Access:Roles:Approver:{n + 10}")] = $"user:{SandboxApp.Person(Approver(n)).ObjectId}";
        }

        return settings;
    }

    private static string Asker(int n) => string.Create(CultureInfo.InvariantCulture, $"requester-{n}");

    private static string Approver(int n) => string.Create(CultureInfo.InvariantCulture, $"approver-{n}");

    // As a back-up tool does: nobody else may write for a while.
    private async Task HoldTheFileAsync(Dice dice, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Default Timeout=1");
        await connection.OpenAsync(CancellationToken.None);
        try
        {
            await using var held = connection.BeginTransaction(deferred: false);
            await Task.Delay(dice.Between(50, 500), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (SqliteException)
        {
            // The bot holds it: next time.
        }
    }
}
