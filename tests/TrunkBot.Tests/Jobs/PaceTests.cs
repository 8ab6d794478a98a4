using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>A conversation gets no more notices at once than its channel takes, and gets all of them.</summary>
public sealed class PaceTests
{
    private const int Requests = 9;

    [Theory]
    [InlineData("7", 7)]
    [InlineData("2", 2)]
    public async Task The_approvals_room_gets_so_many_in_a_second_and_the_rest_later(string perSecond, int atOnce)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = { ["Jobs:NoticesPerSecond"] = perSecond } });
        await AskAsync(world, Requests);
        await world.RunDueJobsAsync();
        Assert.Equal(atOnce, world.Omar.Sees("room").Count);
        for (var second = 0; second < Requests; second++)
            await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(Requests, world.Omar.Sees("room").Count);
    }

    [Fact]
    public async Task No_more_than_the_setting_says_come_in_half_a_minute()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = { ["Jobs:NoticesPerHalfMinute"] = "3" } });
        await AskAsync(world, 4);
        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromSeconds(25));
        Assert.Equal(3, world.Omar.Sees("room").Count);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(4, world.Omar.Sees("room").Count);
    }

    private static async Task AskAsync(Company world, int requests)
    {
        for (var number = 1; number <= requests; number++)
        {
            await world.Riya.SaysAsync("/trunk new");
            await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(number));
        }
    }
}
