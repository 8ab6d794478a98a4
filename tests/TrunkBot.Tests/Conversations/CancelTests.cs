using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>Who learns of it when a request is taken back.</summary>
public sealed class CancelTests
{
    [Fact]
    public async Task Whoever_asked_is_told_when_an_Admin_takes_it_back()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Ada.SaysAsync("/trunk cancel TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        Assert.Contains("Ada Rossi cancelled TR-1, which you asked for. Nothing was created.", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_back_their_own_is_not_told_twice()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Riya.SaysAsync("/trunk cancel TR-1");
        await world.RunDueJobsAsync();
        Assert.DoesNotContain("which you asked for", world.Riya.Reads(), StringComparison.Ordinal);
    }
}
