using System.Text.Json.Nodes;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>Whoever says no says why: by a button as by a typed line.</summary>
public sealed class ReasonTests
{
    public static TheoryData<string> Blank => ["", "  \n\t", "\u00a0\u200b", "\u2800\u3164"];

    [Theory, MemberData(nameof(Blank))]
    public async Task A_rejection_by_button_needs_a_reason_as_a_typed_one_does(string comment)
    {
        await using var world = await Company.StartAsync();
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        var refused = await world.Omar.ClicksAsync("Reject", "teams-room", ("comment", comment));
        Assert.Equal(200, refused.Delivery.Status);
        Assert.Null(refused.Card);
        Assert.Contains("Riya Rao will read it", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Equal(["submitted"], await world.AuditAsync());

        await world.Omar.ClicksAsync("Reject", "teams-room", ("comment", "the number is not ours"));
        Assert.Equal(RequestState.Rejected, await world.StateAsync());
    }

    [Theory, MemberData(nameof(Blank))]
    public async Task Where_a_click_comes_as_a_message_it_needs_one_too(string comment)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains("Riya Rao will read it", (await world.Omar.ClicksAsync("Reject", "room", ("comment", comment))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Contains("Riya Rao will read it", (await world.Omar.SaysAsync($"/trunk reject TR-1 {comment}")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Contains("TR-1 is rejected", (await world.Omar.ClicksAsync("Reject", "room", ("comment", "not ours"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_whose_field_is_missing_has_no_reason_either()
    {
        await using var world = await Company.StartAsync();
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        var click = new JsonObject { ["verb"] = "request.reject", ["requestId"] = "TR-1" };
        var delivery = await world.Sandbox.Channel.DeliverAsync("omar", "teams-room", Talker.Invoke(click, null));
        Assert.Contains("Riya Rao will read it", delivery.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task A_push_needs_a_reason_that_can_be_seen()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains("Say why", (await world.Ada.SaysAsync("/trunk push TR-1 \u2800")).Text, StringComparison.Ordinal);
        Assert.Contains("Say why", (await world.Ada.ClicksAsync("Push it through", inputs: ("reason", "\u200b"))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task Who_has_nothing_to_decide_is_told_that_and_not_asked_why()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains("You need the role", (await world.Eve.ClicksAsync("Reject", "room")).Text, StringComparison.Ordinal);
        await world.Mei.SaysAsync("/trunk approve TR-1");
        Assert.Contains("TR-1 was already decided", (await world.Omar.SaysAsync("/trunk reject TR-1")).Text, StringComparison.Ordinal);
    }
}
