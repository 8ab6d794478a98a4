using System.Globalization;
using TrunkBot.Approvals;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Crash;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Crowd;

/// <summary>A hundred people ask and a hundred approve, all at once, on two processes that share one PostgreSQL.</summary>
[Collection(Alone.Name)]
public sealed class CrowdTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 100, Quorum = 5, Hot = 3, Each = 7;
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-crowd-");

    [Fact]
    public async Task Two_hundred_people_at_once_lose_no_yes_and_nobody_is_told_twice()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        IReadOnlyDictionary<string, string?>[] settings = [On(database), On(database)];
        _sandbox.Channel.Sent.Most = _sandbox.Channel.Calls.Most = _sandbox.VideoSdk.Requests.Most = 100 * People;
        using var late = new CancellationTokenSource(s_longest);
        await using var machines = await Machines.StartAsync(settings);
        using var post = new Post(_sandbox, machines.Endpoints, new Dice(1));
        var crowd = new CrowdOfPeople(_sandbox, post, new CrowdPlan(People, Hot, Each));
        await crowd.ActAsync(late.Token);
        await using var reckoning = new Reckoning(_sandbox, settings[0]);
        await AllIsToldAsync(reckoning, crowd, late.Token);

        output.WriteLine($"{crowd.Report()} {post.Redelivered} redeliveries.");
        await AssertNothingIsLostAsync(reckoning, crowd);
        Assert.Empty(await reckoning.BrokenPromisesAsync(crowd.Asked.Keys.ToDictionary(id => id, _ => true), Quorum));
        AssertNobodyIsToldTwice(crowd);
        Assert.Equal(0L, await database.ScalarAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
        var (flaws, said) = await BotProcess.RunAsync(settings[0], "--verify-audit");
        Assert.True(flaws == 0, said);
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // Every yes that was called counted is in the database, of one person once, and nothing else is.
    private static async Task AssertNothingIsLostAsync(Reckoning reckoning, CrowdOfPeople crowd)
    {
        var approvals = await reckoning.ApprovalsAsync();
        Assert.Equal(People, approvals.Count);
        foreach (var approval in approvals)
        {
            Assert.Equal(ApprovalState.Granted, approval.State);
            Assert.Equal(Quorum, approval.Counted.Count);
            var stored = approval.Decisions.Select(decision => decision.PersonId).Order();
            Assert.Equal(crowd.Counted.Where(yes => yes.Id == approval.SubjectId).Select(yes => SandboxApp.Person(yes.Approver).ObjectId).Order(), stored);
        }
    }

    private void AssertNobodyIsToldTwice(CrowdOfPeople crowd)
    {
        foreach (var (id, asker) in crowd.Asked)
        {
            var personal = _sandbox.Channel.ConversationId("personal", asker);
            Assert.Single(_sandbox.Channel.Sent, sent => sent.ConversationId == personal
                && Cards.Words(sent.Card).Aloud() is var words && words.Contains($"{id}", StringComparison.Ordinal) && words.Contains("Created.", StringComparison.Ordinal));
        }

        foreach (var approver in crowd.Said.GroupBy(line => line.Approver))
        {
            var personal = _sandbox.Channel.ConversationId("personal", approver.Key);
            var heard = _sandbox.Channel.Sent.Where(sent => sent.ConversationId == personal && sent.Type == "message").Select(sent => sent.Text ?? "").ToList();
            Assert.All(approver, line => Assert.True(1 == heard.Count(text => text.Contains($"{line.Id} ", StringComparison.Ordinal)), $"{line.Id}: {string.Join("\n", heard)}"));
        }
    }

    private static async Task AllIsToldAsync(Reckoning reckoning, CrowdOfPeople crowd, CancellationToken ct)
    {
        while (await reckoning.OpenEndsAsync(crowd.Asked) is { Count: > 0 } open)
        {
            if (ct.IsCancellationRequested)
                Assert.Fail($"This did not end:\n{string.Join("\n", open)}");
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private Dictionary<string, string?> On(PostgresDatabase database)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Company.FreePort(), ""))
        {
            ["Approvals:Room:ChannelId"] = "msteams",
            ["Approvals:Room:ConversationId"] = _sandbox.Channel.ConversationId("teams-room"),
            // All notices leave while people act, and not minutes later.
            ["Jobs:NoticesPerSecond"] = "1000",
            ["Jobs:NoticesPerHalfMinute"] = "30000",
            ["Jobs:NoticesPerHour"] = "1000000",
            ["Jobs:NoticesPerSecondInTenant"] = "10000",
            ["Policies:Rules:0:Rule"] = "direction",
            ["Policies:Rules:0:Direction"] = "outbound",
            ["Policies:Rules:0:Approvers"] = Quorum.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in database.Settings)
            settings[key] = value;
        for (var n = 1; n <= People; n++)
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Access:Roles:Requester:{n + 10}")] = $"user:{SandboxApp.Person(CrowdPlan.Asker(n)).ObjectId}";
            settings[string.Create(CultureInfo.InvariantCulture, $"Access:Roles:Approver:{n + 10}")] = $"user:{SandboxApp.Person(CrowdPlan.Approver(n)).ObjectId}";
        }

        return settings;
    }
}
