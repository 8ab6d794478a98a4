using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>Work that takes long holds up nothing else.</summary>
public sealed class SlowWorkTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_VideoSDK_keeps_a_create_waiting_the_approvals_room_gets_the_next_request()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = { ["Jobs:Workers"] = "2" } });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 10_000 });
        await world.ApprovedAsync();
        using var late = new CancellationTokenSource(s_patience);
        await world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);

        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2));
        await world.Sandbox.Channel.Sent.WaitForAsync(
            sent => sent.Card is { } card && Cards.Words(card).Contains("TR-2: SIP trunk", StringComparison.Ordinal), late.Token);
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await world.Sandbox.Channel.Sent.WaitForAsync(
            sent => sent.Card is { } card && Cards.Words(card).Contains("Created", StringComparison.Ordinal), late.Token);
    }
}
