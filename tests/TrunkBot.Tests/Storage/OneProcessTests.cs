using System.Globalization;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>One SQLite file, one process, whoever starts a second one and however the first one ends. Real processes.</summary>
public sealed class OneProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-one-");

    private string DatabaseFile => Path.Combine(_folder.FullName, "trunkbot.db");

    private Talker Riya => new(_sandbox, "riya");

    [Theory]
    [InlineData("by its name")]
    [InlineData("by a link to the file")]
    [InlineData("by a link to its folder")]
    [InlineData("as an address")]
    public async Task A_second_process_on_one_file_does_not_start_and_says_what_to_do(string named)
    {
        await using var first = await StartAsync(DatabaseFile);
        var (code, said) = await BotProcess.RunAsync(SettingsOf(named switch
        {
            "by a link to the file" => File.CreateSymbolicLink(DatabaseFile + ".link", DatabaseFile).FullName,
            "by a link to its folder" => Path.Combine(Directory.CreateSymbolicLink(_folder.FullName + "/here", _folder.FullName).FullName, "trunkbot.db"),
            "as an address" => new Uri(DatabaseFile).AbsoluteUri,
            _ => DatabaseFile,
        }, ("Storage:WaitForOtherProcess", "00:00:01"), ("Secrets:KeyFolder", Path.Combine(_folder.FullName, "keys"))), "--environment=Production");

        Assert.Equal(1, code);
        Assert.Contains("TrunkBot can't start:", said, StringComparison.Ordinal);
        Assert.Contains("Stop the other one and start again. To run several, set Storage:BackEnd to Postgres.", said, StringComparison.Ordinal);
        Assert.Contains("waiting up to 00:00:01 for it to end", said, StringComparison.Ordinal);
        Assert.NotEmpty((await Riya.SaysAsync("/help")).Sent);
    }

    [Fact]
    public async Task What_only_reads_runs_beside_it()
    {
        await using var first = await StartAsync(DatabaseFile);
        Assert.Equal((0, "The configuration is good."), await BotProcess.JudgeAsync(SettingsOf(DatabaseFile)));
        var (code, said) = await BotProcess.RunAsync(SettingsOf(DatabaseFile), "--verify-audit");
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task An_overlapping_restart_waits_until_the_old_process_has_finished_its_create()
    {
        _sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 2_000 });
        await using var old = await StartAsync(DatabaseFile);
        await Riya.SaysAsync("/trunk new");
        await Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        var settings = SettingsOf(DatabaseFile, ("Storage:WaitForOtherProcess", "00:03:00"));
        await using var next = BotProcess.Begin(settings);
        await next.SaysAsync("Another TrunkBot is running on the database");

        await new Talker(_sandbox, "omar").SaysAsync("/trunk approve TR-1");
        using var late = new CancellationTokenSource(s_longest);
        await _sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);
        Assert.Equal(0, await old.TerminateAsync());
        await next.SaysAsync("Application started");
        TalkTo(settings);

        var told = await Riya.SaysAsync("/trunk show TR-1");
        Assert.Contains(Assert.Single(_sandbox.VideoSdk.Trunks).TrunkId, told.Text, StringComparison.Ordinal);
        Assert.Single(_sandbox.VideoSdk.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_process_that_was_killed_keeps_nobody_out()
    {
        await using (var first = await StartAsync(DatabaseFile))
            await first.KillAsync();
        Assert.True(File.Exists(DatabaseFile + ".lock"));
        await using var second = await StartAsync(DatabaseFile, ("Storage:WaitForOtherProcess", "00:00:00"));
        Assert.NotEmpty((await Riya.SaysAsync("/help")).Sent);
    }

    [Fact]
    public async Task The_file_that_the_lock_stands_on_is_its_owners_alone()
    {
        await using var first = await StartAsync(DatabaseFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(DatabaseFile + ".lock").UnixFileMode);
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

    private Task<BotProcess> StartAsync(string databaseFile, params (string Key, string Value)[] changes)
    {
        var settings = SettingsOf(databaseFile, changes);
        TalkTo(settings);
        return BotProcess.StartAsync(settings);
    }

    private void TalkTo(Dictionary<string, string?> settings) => _sandbox.BotEndpoint = new Uri(new Uri(settings["Urls"]!), "/api/messages");

    private Dictionary<string, string?> SettingsOf(string databaseFile, params (string Key, string Value)[] changes)
    {
        var port = Company.FreePort();
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(port, databaseFile))
        {
            ["Urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        };
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }
}
