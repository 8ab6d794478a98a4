using TrunkBot.Sandbox;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.Diagnostics.Collected;
using TrunkBot.Tests.World;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>One request can be followed from the first word to the trunk.</summary>
public sealed class TraceTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task From_the_first_message_through_two_approvals_on_two_processes_to_the_summary()
    {
        await using var collector = await Collector.StartAsync();
        await using var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        await using var database = await MigratedDatabases.CopyInClusterAsync();
        var (one, two) = (Settings("one"), Settings("two"));
        var bots = await Task.WhenAll(BotProcess.StartAsync(one), BotProcess.StartAsync(two));
        await using var first = bots[0];
        await using var second = bots[1];

        using var late = new CancellationTokenSource(s_longest);
        TalkTo(one);
        var riya = new Talker(sandbox, "riya");
        foreach (var line in new[] { "/trunk new --chat", "voice agents", "acme.pstn.twilio.com", "outbound", "+1 415 555 0100", "acme" })
            await riya.SaysAsync(line);
        await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        await new Talker(sandbox, "omar").SaysAsync("/trunk approve TR-1");
        TalkTo(two);
        Assert.Contains("TR-1 is approved", (await new Talker(sandbox, "mei").SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        await sandbox.Channel.Sent.WaitForAsync(sent => Cards.Words(sent.Card).Contains("Trunk id:", StringComparison.Ordinal) && sent.ConversationId == sandbox.Channel.ConversationId("personal", "riya"), late.Token);
        Assert.Equal(0, await first.TerminateAsync());
        Assert.Equal(0, await second.TerminateAsync());

        var spans = collector.Spans;
        var asked = spans.Single(span => span.Name == "process trunk new");
        var drawn = new TraceTree(spans).Draw(asked);
        output.WriteLine(drawn);
        // Which process does the stored work, and in which order what is not waited for, is nobody's business.
        var roots = drawn.Split('\n').Where(line => line.StartsWith("~> process", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("process trunk new (one)\n   step questions\n", drawn, StringComparison.Ordinal);
        Assert.Contains("~> process answer (one)\n", drawn, StringComparison.Ordinal);
        Assert.Contains("~> process trunk.submit (one)\n", drawn, StringComparison.Ordinal);
        Assert.Equal(["~> process trunk approve (one)", "~> process trunk approve (two)"], roots.Where(line => line.Contains("approve (", StringComparison.Ordinal)));
        Assert.Single(roots, line => line.StartsWith("~> process provision-trunk", StringComparison.Ordinal));
        Assert.Contains("\n   VideoSDK create ~\n", drawn, StringComparison.Ordinal);
        Assert.Contains(roots, line => line.StartsWith("~> process show-approval", StringComparison.Ordinal));
        Assert.Matches("~> process send-activity \\((one|two)\\)\n   send\n   COMMIT\n", drawn);
        Assert.All(spans, span => Assert.DoesNotContain(span.Tags.Values, value => value.Contains("voice agents", StringComparison.Ordinal) || value.Contains("4155550100", StringComparison.Ordinal)));

        void TalkTo(IReadOnlyDictionary<string, string?> bot) => sandbox.BotEndpoint = new Uri(new Uri(bot["Urls"]!), "/api/messages");

        Dictionary<string, string?> Settings(string name)
        {
            var settings = new Dictionary<string, string?>(sandbox.BotSettings(Company.FreePort(), "unused.db")) { ["OTEL_RESOURCE_ATTRIBUTES"] = $"host.name={name}" };
            foreach (var (key, value) in database.Settings.Concat(collector.Settings).Concat(Two.Approvers))
                settings[key] = value;
            return settings;
        }
    }
}
