using System.Globalization;
using Microsoft.Data.Sqlite;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>A process that dies loses nothing, and repeats nothing that must not be repeated. Real processes, real signals, real time.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-kill-");
    private readonly int _port = Company.FreePort();

    private string DatabaseFile => Path.Combine(_folder.FullName, "trunkbot.db");

    private Talker Riya => new(_sandbox, "riya");

    private Talker Omar => new(_sandbox, "omar");

    [Fact]
    public async Task Killed_between_approval_and_provisioning_the_trunk_is_created_once_and_the_summary_arrives()
    {
        await using (var bot = await StartAsync(("Jobs:Workers", "0")))
        {
            await AskAndApproveAsync();
            await bot.KillAsync();
        }

        Assert.Empty(_sandbox.VideoSdk.Requests);
        await using var again = await StartAsync();
        await SummaryIsSeenAsync();
        Assert.Single(_sandbox.VideoSdk.Requests);
    }

    [Fact]
    public async Task Killed_while_it_waits_for_VideoSDK_to_come_back_the_trunk_is_created_once_and_the_summary_arrives()
    {
        var nobody = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Company.FreePort()}");
        await using (var bot = await StartAsync(("VideoSdk:BaseUrl", nobody)))
        {
            await AskAndApproveAsync();
            await NextAttemptIsFarAsync();
            Assert.Contains("TrunkBot tries again", (await Riya.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
            await bot.KillAsync();
        }

        await using var again = await StartAsync();
        await SummaryIsSeenAsync();
        Assert.Single(_sandbox.VideoSdk.Requests);
    }

    [Theory]
    [InlineData("hang", null)]
    [InlineData("latency", 60_000)]
    public async Task Killed_while_the_create_is_on_its_way_it_is_not_sent_again_and_a_person_decides(string fault, int? milliseconds)
    {
        _sandbox.VideoSdk.Faults.Add(new Fault { Kind = fault, Milliseconds = milliseconds });
        await using (var bot = await StartAsync())
        {
            await AskAndApproveAsync();
            await CreateIsSeenAsync();
            await bot.KillAsync();
        }

        await using var again = await StartAsync();
        var told = await SeenAsync(sent => Cards.Words(sent).Contains("VideoSDK's answer was lost", StringComparison.Ordinal));
        Assert.Contains("/trunk resend TR-1", told, StringComparison.Ordinal);
        Assert.Single(_sandbox.VideoSdk.Requests);
    }

    [Fact]
    public async Task Asked_to_end_while_the_create_is_on_its_way_it_waits_for_the_answer_and_keeps_it()
    {
        _sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 2_000 });
        await using (var bot = await StartAsync())
        {
            await AskAndApproveAsync();
            await CreateIsSeenAsync();
            Assert.Equal(0, await bot.TerminateAsync());
        }

        Assert.Single(_sandbox.VideoSdk.Trunks);
        await using var again = await StartAsync();
        await SummaryIsSeenAsync();
        Assert.Single(_sandbox.VideoSdk.Requests);
    }

    public async Task InitializeAsync()
    {
        await _sandbox.StartAsync();
        await MigratedDatabases.CopyToAsync(DatabaseFile);
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<BotProcess> StartAsync(params (string Key, string Value)[] changes)
    {
        _sandbox.BotEndpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/api/messages"));
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(_port, DatabaseFile));
        foreach (var (key, value) in changes)
            settings[key] = value;
        return BotProcess.StartAsync(settings);
    }

    private async Task AskAndApproveAsync()
    {
        await Riya.SaysAsync("/trunk new");
        await Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        var approved = await Omar.SaysAsync("/trunk approve TR-1");
        Assert.Contains("TR-1 is approved", approved.Text, StringComparison.Ordinal);
    }

    private async Task CreateIsSeenAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        await _sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);
    }

    private async Task SummaryIsSeenAsync()
    {
        await SeenAsync(card => Cards.Words(card).Aloud().Contains("Created. Trunk id:", StringComparison.Ordinal));
        Assert.Contains(Assert.Single(_sandbox.VideoSdk.Trunks).TrunkId, Riya.Reads(), StringComparison.Ordinal);
    }

    private async Task<string> SeenAsync(Func<System.Text.Json.JsonElement, bool> match)
    {
        using var late = new CancellationTokenSource(Longest);
        var personal = _sandbox.Channel.ConversationId("personal", "riya");
        var sent = await _sandbox.Channel.Sent.WaitForAsync(
            one => one.ConversationId == personal && one.Card is { } card && match(card), late.Token);
        return Cards.Words(sent.Card);
    }

    // An attempt that is under way when the process dies is another case: nobody can know then whether it arrived.
    private async Task NextAttemptIsFarAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        await using var database = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(late.Token);
        await using var look = database.CreateCommand();
        look.CommandText = "SELECT MAX(DueAt) FROM Jobs WHERE Kind = 'provision-trunk' AND LeasedUntil IS NULL";
        while (await look.ExecuteScalarAsync(late.Token) is not long due || due < DateTimeOffset.UtcNow.AddSeconds(4).ToUnixTimeMilliseconds())
            await Task.Delay(100, late.Token);
    }
}
