using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Conversations;

/// <summary>The main job: ask, approve, create, sum up.</summary>
public sealed class MainJobTests
{
    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task VideoSdks_own_sample_values_become_a_trunk_once_an_approver_agrees(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);

        await riya.SaysAsync("/trunk new");
        var warned = await riya.ClicksAsync("Submit", inputs: Sample.VideoSdk);
        Assert.Contains("1 warning", warned.Text, StringComparison.Ordinal);
        await riya.ClicksAsync("Submit anyway", inputs: Sample.VideoSdk);
        await world.RunDueJobsAsync();
        Assert.Contains("+1234567890", world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Empty(world.Sandbox.VideoSdk.Requests);

        await world.Omar.On("webchat").ClicksAsync("Approve", "room", ("comment", "looks right"));
        await world.RunDueJobsAsync();

        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("Omar Haddad: “looks right”", riya.Reads(), StringComparison.Ordinal);
        Assert.Contains(trunk.TrunkId, world.Omar.Reads("room"), StringComparison.Ordinal);
    }
}
