using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Operations;

/// <summary>An Admin without a dashboard asks in the chat how TrunkBot is doing.</summary>
public sealed class StatusTests
{
    [Theory]
    [InlineData("Sqlite", "Sqlite 3.")]
    [InlineData("Postgres", "Postgres 1")]
    public async Task All_is_well_with_versions_and_with_what_answers(string backEnd, string engine)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        var shown = await world.Ada.SaysAsync("/trunk status");
        foreach (var part in new[] { "Everything works.", "Version 1.", ".NET 10.", engine, "It takes changes.", "accepts TrunkBot's key", "1 request, for 1 minute.", "Nothing is late.", "None since this process started." })
            Assert.Contains(part, shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_look_comes_first_with_the_button_that_helps()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.PassAsync(TimeSpan.FromHours(49));
        await world.AskedAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.Omar.SaysAsync("/trunk approve TR-2");
        world.Sandbox.Channel.Faults.Add(new Fault { Status = 400, Times = 100, Method = "POST" });
        await world.RunDueJobsAsync();
        world.Sandbox.Channel.Faults.Clear();
        world.Clock.Advance(TimeSpan.FromHours(25));
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 401, Method = "GET" });

        var shown = await world.Ada.SaysAsync("/trunk status");

        foreach (var part in new[] { "things need a look", "VideoSDK doesn't accept TrunkBot's key.", "the oldest for 3 days|1 request, for 3 days", "VideoSDK didn't confirm", "was given up|were given up", "no process takes it", "An activity could not be sent: The connector answered 400." })
            Assert.Matches(part, shown.Text);
        Assert.Contains("Stuck work", (await world.Ada.ClicksAsync("Show stuck work")).Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for you", (await world.Ada.ClicksAsync("What waits for me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_VideoSDK_that_does_not_answer_is_named_and_holds_nobody_up()
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "hang", Method = "GET", Times = 5 });
        var answer = world.Ada.SaysAsync("what's wrong?");
        for (; !answer.IsCompleted; await Task.WhenAny(answer, Task.Delay(10)))
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("didn't answer in time", (await answer).Text, StringComparison.Ordinal);
    }
}
