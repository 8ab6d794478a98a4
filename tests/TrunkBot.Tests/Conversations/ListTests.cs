using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>A list is no dead end: each row says for how long, until when, and has a button.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Each_request_of_a_list_has_its_age_its_end_and_a_button_that_shows_it(string channel)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var riya = world.Riya.On(channel);
        world.Clock.Advance(TimeSpan.FromHours(3));
        var listed = await riya.SaysAsync("/trunk requests");
        Assert.Contains("asked 3 hours ago.", listed.Text, StringComparison.Ordinal);
        Assert.Contains("Expires in 6 days.", listed.Text, StringComparison.Ordinal);
        Assert.Contains("TR-1: voice agents", (await riya.ClicksAsync("Show")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_and_a_minute_are_said_in_their_own_forms()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --name half");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var listed = (await world.Riya.SaysAsync("/trunk requests")).Text;
        Assert.Contains("Draft, not submitted yet. Begun 1 minute ago.", listed, StringComparison.Ordinal);
        Assert.Contains("Expires in 23 hours.", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_trunk_of_a_list_has_a_button_that_reads_it_back()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Contains("Created just now.", (await world.Riya.SaysAsync("/trunk list")).Text, StringComparison.Ordinal);
        Assert.Contains("as VideoSDK has it now", (await world.Riya.ClicksAsync("Show")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_somebody_is_what_they_can_decide_now_and_nothing_else()
    {
        await using var world = await Company.StartAsync();
        Assert.Contains("Nothing waits for you", (await world.Omar.SaysAsync("/trunk waiting")).Text, StringComparison.Ordinal);
        await world.AskedAsync();
        foreach (var who in new[] { world.Omar, world.Mei, world.Ada })
            Assert.Contains("TR-1", (await who.SaysAsync("what waits for me?")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TR-1", (await world.Riya.SaysAsync("/trunk waiting")).Text, StringComparison.Ordinal);
        await world.Omar.SaysAsync("approve TR-1");
        Assert.Contains("Nothing waits for you", (await world.Mei.SaysAsync("approve")).Text, StringComparison.Ordinal);
        Assert.NotEqual(RequestState.Pending, await world.StateAsync());
    }
}
