using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>Work that takes long holds up nothing else.</summary>
public sealed class SlowWorkTests
{
    [Fact]
    public async Task While_VideoSDK_keeps_a_create_waiting_the_approvals_room_gets_the_next_request()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 5000 });
        await world.RestartAsync(("Jobs:Workers", "2"));
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2));
        var created = await world.Sandbox.Channel.Sent.WaitForAsync(
            sent => sent.Card is { } card && Cards.Words(card).Contains("Created.", StringComparison.Ordinal), CancellationToken.None);
        Assert.Contains(world.Omar.Sees("room"), sent => sent.Time < created.Time && Cards.Words(sent.Card).Contains("TR-2", StringComparison.Ordinal));
    }
}
