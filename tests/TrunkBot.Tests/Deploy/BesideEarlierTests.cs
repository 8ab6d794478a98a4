using TrunkBot.Sandbox;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Deploy;

/// <summary>
/// Two programs on one database while the newer one is brought in: <c>TRUNKBOT_EARLIER</c> names the TrunkBot.dll of the earlier version, as it was published. Where
/// it names none, both are of this version.
/// </summary>
public sealed class BesideEarlierTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_is_asked_at_the_earlier_one_is_approved_at_both_and_created_and_the_audit_is_whole_for_both()
    {
        await using var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        await using var database = await PostgresDatabase.CreateAsync();
        using var late = new CancellationTokenSource(s_longest);
        var (here, there) = (Settings(), Settings());
        await using var earlier = await BotProcess.StartAsync(here, Environment.GetEnvironmentVariable("TRUNKBOT_EARLIER") is { Length: > 0 } named ? named : null);
        TalkTo(here);
        await AskAsync("+1 415 555 0100");
        await using var later = await BotProcess.StartAsync(there);
        // The one goes on asking after the other has changed the tables, and each does the work of both.
        await AskAsync("+1 415 555 0101");
        foreach (var id in new[] { "TR-1", "TR-2" })
        {
            TalkTo(here);
            await new Talker(sandbox, "omar").SaysAsync($"/trunk approve {id}");
            TalkTo(there);
            Assert.Contains($"{id} is approved", (await new Talker(sandbox, "mei").SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        }

        await AskAsync("+1 415 555 0102");
        foreach (var (settings, who) in new[] { (there, "omar"), (here, "mei") })
        {
            TalkTo(settings);
            await new Talker(sandbox, who).SaysAsync("/trunk approve TR-3");
        }

        foreach (var id in new[] { "TR-1", "TR-2", "TR-3" })
            await sandbox.Channel.Sent.WaitForAsync(sent => Cards.Words(sent.Card) is var words && words.Contains(id, StringComparison.Ordinal) && words.Contains("Trunk id:", StringComparison.Ordinal), late.Token);
        Assert.Equal(3, sandbox.VideoSdk.Requests.Count(request => request.Method == "POST"));
        Assert.Equal(0, await earlier.TerminateAsync());
        Assert.Equal(0, await later.TerminateAsync());
        var (flaws, said) = await BotProcess.RunAsync(there, "--verify-audit");
        Assert.True(flaws == 0, said);

        async Task AskAsync(string number)
        {
            var riya = new Talker(sandbox, "riya").At("Asia/Kolkata");
            var last = number[^1];
            foreach (var line in new[] { "/trunk new --chat", $"voice agents {last}", $"acme{last}.pstn.twilio.com", "outbound", number, $"acme{last}" })
                await riya.SaysAsync(line);
            await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        }

        void TalkTo(IReadOnlyDictionary<string, string?> bot) => sandbox.BotEndpoint = new Uri(new Uri(bot["Urls"]!), "/api/messages");

        Dictionary<string, string?> Settings()
        {
            var settings = new Dictionary<string, string?>(sandbox.BotSettings(Company.FreePort(), "unused.db"));
            foreach (var (key, value) in database.Settings.Concat(Two.Approvers))
                settings[key] = value;
            return settings;
        }
    }
}
