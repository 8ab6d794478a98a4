using System.Text.Json;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>A request's card offers each person the steps that are theirs, as buttons, and no other.</summary>
public sealed class StepsTests
{
    [Fact]
    public async Task A_request_that_waits_shows_everybody_their_own_steps()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Equal(["Change", "Cancel request", "Refresh"], await StepsAsync(world.Riya));
        Assert.Equal(["Approve", "Reject", "Leave it to a colleague", "Refresh"], await StepsAsync(world.Omar));
        Assert.Equal(["Push it through", "Cancel request", "Refresh"], await StepsAsync(world.Ada));
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Each_step_can_be_taken_by_its_button(string channel)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var (riya, omar, ada) = (world.Riya.On(channel), world.Omar.On(channel), world.Ada.On(channel));
        foreach (var who in new[] { riya, omar, ada })
            await who.SaysAsync("TR-1");
        Assert.Contains("Submit changes", (await riya.ClicksAsync("Change")).Text, StringComparison.Ordinal);
        Assert.Contains("Push TR-1 through without approval?", (await ada.ClicksAsync("Push it through")).Text, StringComparison.Ordinal);
        Assert.Contains("Their sign-in name", (await omar.ClicksAsync("Leave it to a colleague")).Text, StringComparison.Ordinal);
        var left = await omar.ClicksAsync("Leave it to them", inputs: [("colleague", "mei"), ("note", "")]);
        Assert.Contains("You left", left.Text, StringComparison.Ordinal);
        Assert.Equal(["Reject", "Leave it to a colleague", "Take it back", "Refresh"], await StepsAsync(omar));
        Assert.Contains("is yours again", (await omar.ClicksAsync("Take it back")).Text, StringComparison.Ordinal);
        await omar.SaysAsync("TR-1");
        await omar.ClicksAsync("Approve", inputs: ("comment", "fine"));
        Assert.NotEqual(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task What_has_ended_can_be_asked_for_again_by_who_asked_and_by_nobody_else()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Riya.SaysAsync("cancel TR-1");
        Assert.Equal(["Ask again"], await StepsAsync(world.Riya));
        Assert.Empty(await StepsAsync(world.Omar));
        Assert.Empty(await StepsAsync(world.Ada));
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(Talker talker)
    {
        var heard = await talker.SaysAsync("TR-1");
        var card = heard.Sent.Last(sent => sent.Card is not null).Card!.Value;
        return [.. card.TryGetProperty("actions", out var actions) ? actions.EnumerateArray().Select(Title) : []];
    }

    private static string Title(JsonElement action) => action.GetProperty("title").GetString()!;
}
