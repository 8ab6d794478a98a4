using System.Globalization;
using Microsoft.Data.Sqlite;
using TrunkBot.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>A process is frozen (SIGSTOP), as on a machine that is suspended, with a create on its way, for longer than its lease. Real processes, real signals, real time.</summary>
public sealed class FrozenTests : IAsyncLifetime
{
    private const string Trunk = "Ab3_-xyz0123456789ab1";

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-frozen-");
    private HeldVideoSdk _videoSdk = null!;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Its_answer_counts_when_it_goes_on_and_nothing_is_sent_twice(string backEnd)
    {
        using var patience = new CancellationTokenSource(s_longest);
        var late = patience.Token;
        await using var database = await Databases.CreateAsync(backEnd, _folder);
        await using var frozen = await StartAsync(database);
        await AskAndApproveAsync();
        await _videoSdk.Asked(1).WaitAsync(late);
        await frozen.FreezeAsync();
        await using var other = await MeanwhileAsync(database, backEnd, late);

        _videoSdk.Creates(1, Trunk);
        await frozen.GoOnAsync();
        await UntilAsync(database, $"""SELECT COUNT(*) FROM "Requests" WHERE "State" = 'Created' AND "TrunkId" = '{Trunk}'""", late);
        Assert.Equal(1, _videoSdk.Posts);
        var personal = _sandbox.Channel.ConversationId("personal", "riya");
        await _sandbox.Channel.Sent.WaitForAsync(sent => sent.ConversationId == personal && Cards.Words(sent.Card).Contains(Trunk, StringComparison.Ordinal), late);
    }

    public async Task InitializeAsync()
    {
        _videoSdk = HeldVideoSdk.Start();
        await _sandbox.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _videoSdk.DisposeAsync();
        await _sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    // On PostgreSQL another process takes it for dead and asks the Admins; on a file another is not even let in.
    private async Task<IAsyncDisposable?> MeanwhileAsync(IDatabase database, string backEnd, CancellationToken late)
    {
        if (backEnd == "Postgres")
        {
            var other = await StartAsync(database);
            await UntilAsync(database, """SELECT COUNT(*) FROM "Requests" WHERE "State" = 'OutcomeUnknown'""", late);
            return other;
        }

        var (code, said) = await BotProcess.RunAsync(SettingsOf(database, ("Storage:WaitForOtherProcess", "00:00:01")), "--environment=Production");
        Assert.True(code == 1 && said.Contains("Stop the other one and start again.", StringComparison.Ordinal), said);
        var until = Convert.ToInt64(await database.ScalarAsync("""SELECT MAX("LeasedUntil") FROM "Jobs" WHERE "Kind" = 'provision-trunk'"""), CultureInfo.InvariantCulture);
        while (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() <= until)
            await Task.Delay(100, late);
        return null;
    }

    private async Task AskAndApproveAsync()
    {
        var riya = new Talker(_sandbox, "riya");
        await riya.SaysAsync("/trunk new");
        await riya.ClicksAsync("Submit", inputs: Sample.Clean);
        Assert.Contains("TR-1 is approved", (await new Talker(_sandbox, "omar").SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
    }

    private Task<BotProcess> StartAsync(IDatabase database)
    {
        var settings = SettingsOf(database);
        _sandbox.BotEndpoint = new Uri(new Uri(settings["Urls"]!), "/api/messages");
        return BotProcess.StartAsync(settings);
    }

    private Dictionary<string, string?> SettingsOf(IDatabase database, params (string Key, string Value)[] changes)
    {
        var port = Company.FreePort();
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(port, Path.Combine(_folder.FullName, "trunkbot.db")))
        {
            ["Urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["VideoSdk:BaseUrl"] = _videoSdk.Address,
            ["VideoSdk:Timeout"] = "00:00:02",
            ["Jobs:LeaseFor"] = "00:00:10",
            ["Jobs:PollEvery"] = "00:00:00.5",
        };
        foreach (var (key, value) in database.Settings)
            settings[key] = value;
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }

    private static async Task UntilAsync(IDatabase database, string count, CancellationToken late)
    {
        while (Convert.ToInt64(await database.ScalarAsync(count), CultureInfo.InvariantCulture) == 0)
            await Task.Delay(100, late);
    }
}
