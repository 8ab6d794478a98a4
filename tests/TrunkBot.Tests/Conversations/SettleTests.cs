using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Settling;

namespace TrunkBot.Tests.Conversations;

/// <summary>A create whose answer was lost is settled on a card in the approvals room, by an Admin who did not ask for it.</summary>
public sealed class SettleTests
{
    [Theory]
    [InlineData("room")]
    [InlineData("teams-room")]
    public async Task The_room_is_asked_whether_the_trunk_is_there_and_shown_what_to_look_for(string room)
    {
        await using var world = await UnknownAsync(acted: true, room);
        var card = Cards.Words(world.Ada.CardWith("It is there", room).Card);
        foreach (var value in new[] { "Is the trunk of TR-1 there?", "Look in VideoSDK's dashboard", "acme.pstn.twilio.com", "+14155550100", "•••", "UTC" })
            Assert.Contains(value, card, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Password, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("room")]
    [InlineData("teams-room")]
    public async Task It_is_there_takes_the_trunk_over_if_it_is_what_was_approved(string room)
    {
        await using var world = await UnknownAsync(acted: true, room);
        Assert.Contains("Enter the trunk id.", (await world.Ada.ClicksAsync("It is there", room)).Text, StringComparison.Ordinal);
        Assert.Contains("VideoSDK has no trunk with that id", (await ClaimsAsync(world, room, "aB3dE6gH9jK2mN5pQ8sT1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());

        var trunk = world.Sandbox.VideoSdk.Trunks.Single().TrunkId;
        Assert.Contains($"Created. Trunk id: {trunk}", (await ClaimsAsync(world, room, $" {trunk} ")).Text.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains(trunk, world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(1, world.Posts());
    }

    [Theory]
    [InlineData("room")]
    [InlineData("teams-room")]
    public async Task It_is_not_there_sends_the_create_again_after_a_second_confirmation(string room)
    {
        await using var world = await UnknownAsync(acted: false, room);
        Assert.Contains("Nothing is sent yet.", (await world.Ada.ClicksAsync("It is not there", room)).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.OutcomeUnknown, 1), (await world.StateAsync(), world.Posts()));

        await world.Ada.ClicksAsync("Send again", room);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Created, 2), (await world.StateAsync(), world.Posts()));
        Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains("There is nothing to settle about TR-1.", (await world.Ada.ClicksAsync("Send again", room)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_of_an_earlier_loss_does_not_count_for_a_later_one()
    {
        await using var world = await UnknownAsync(acted: false, "room");
        await world.Ada.ClicksAsync("It is not there", "room");
        var old = world.Ada.CardWith("Send again", "room");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.Ada.ClicksAsync(old, "Send again", "room");
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.OutcomeUnknown, 2), (await world.StateAsync(), world.Posts()));

        Assert.Contains("Nothing is sent yet.", (await world.Ada.ClicksAsync(old, "Send again", "room")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.OutcomeUnknown, 2), (await world.StateAsync(), world.Posts()));
    }

    [Fact]
    public async Task Who_may_not_settle_it_reads_why_and_the_asker_has_no_button_for_it()
    {
        await using var world = await UnknownAsync(acted: true, "room", ("Access:Roles:Admin:5", "user:" + SandboxApp.Person("riya").ObjectId));
        Assert.Contains("You need the role Admin", (await world.Omar.ClicksAsync("It is not there", "room")).Text, StringComparison.Ordinal);
        Assert.Contains("Someone else with the Admin role has to settle it.", (await world.Riya.ClicksAsync("It is not there", "room")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cards.Actions(world.Riya.CardWith("Refresh").Card!.Value), action => action.GetProperty("title").GetString() == "Settle");
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
    }

    [Fact]
    public async Task An_Admin_who_looks_at_the_request_can_settle_it_there()
    {
        await using var world = await UnknownAsync(acted: true, "room");
        await world.Ada.SaysAsync("/trunk show TR-1");
        Assert.Contains("Is the trunk of TR-1 there?", (await world.Ada.ClicksAsync("Settle")).Text, StringComparison.Ordinal);
    }

    private static Task<Heard> ClaimsAsync(Company world, string room, string trunk) =>
        world.Ada.ClicksAsync("It is there", room, (SettleCard.TrunkId, trunk));

    private static async Task<Company> UnknownAsync(bool acted, string room, params (string Key, string? Value)[] settings)
    {
        var world = await Company.StartAsync(new() { Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value) });
        await world.Ada.SaysAsync("/trunk approvals here", room);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = acted ? "drop-after" : "drop-before" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        return world;
    }
}
