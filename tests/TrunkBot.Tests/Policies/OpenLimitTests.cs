using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>How many requests one person may have open at a time.</summary>
public sealed class OpenLimitTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_waits_counts_and_what_has_ended_does_not(string backEnd)
    {
        await using var world = await Rules.StartAsync("open-requests-per-person Most=2", backEnd);
        await world.Riya.AsksAsync(Sample.Another(1));
        await world.Riya.AsksAsync(Sample.Another(2));
        var refused = await world.Riya.AsksAsync(Sample.Another(3));
        Assert.Contains("The rule open-requests-per-person: One person can have 2 open requests, and this would be one more.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync(3));

        // Asked before the limit was reached: the later ones do not speak against it.
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(3))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rule_there_is_no_limit()
    {
        await using var world = await Company.StartAsync();
        for (var number = 1; number <= 5; number++)
            Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(number))).Text, StringComparison.Ordinal);
    }
}
