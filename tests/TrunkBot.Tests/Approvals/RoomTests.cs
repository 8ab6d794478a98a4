using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>Where approvals are asked for.</summary>
public sealed class RoomTests
{
    [Fact]
    public async Task Only_an_Admin_sets_the_room_and_only_where_several_people_sit()
    {
        await using var world = await Company.StartAsync();
        Assert.Contains("Approvals need a channel or group chat", (await world.Ada.SaysAsync("/trunk approvals here")).Text, StringComparison.Ordinal);
        foreach (var person in new[] { world.Riya, world.Omar, world.Eve })
            Assert.Contains("You need the role Admin", (await person.SaysAsync("/trunk approvals here", "teams-room")).Text, StringComparison.Ordinal);
        Assert.Contains("Example: /trunk approvals here", (await world.Ada.SaysAsync("/trunk approvals there", "teams-room")).Text, StringComparison.Ordinal);
        await world.AskedAsync();
        Assert.Contains("TR-1", world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task A_new_room_is_announced_in_the_old_one_and_gets_the_next_request_as_a_post_of_its_own(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        var heard = await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        Assert.Contains("This is your company's approvals room now", heard.Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Contains("Ada Rossi moved approvals to another room", world.Omar.Reads("room"), StringComparison.Ordinal);

        await world.AskedAsync();
        var post = Assert.Single(world.Omar.Sees("teams-room"), sent => Cards.Words(sent.Card).Contains("TR-2", StringComparison.Ordinal));
        Assert.Equal(world.Sandbox.Channel.ConversationId("teams-room"), post.ConversationId);
        Assert.Null(post.ReplyToId);
        Assert.DoesNotContain("TR-2", world.Omar.Reads("room"), StringComparison.Ordinal);

        await world.Mei.ClicksAsync("Approve", "room");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains(world.Sandbox.VideoSdk.Trunks.Single().TrunkId, world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_was_set_in_chat_wins_over_the_settings_after_a_restart_too(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "group");
        await world.RestartAsync();
        await world.AskedAsync();
        Assert.Contains("TR-1", world.Omar.Reads("group"), StringComparison.Ordinal);
        Assert.Contains("This is your company's approvals room", (await world.Ada.SaysAsync("/trunk approvals here", "group")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.DoesNotContain("moved approvals", world.Omar.Reads("group"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trunk new")]
    [InlineData("/trunk new --chat --name \"voice agents\" --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme")]
    public async Task Without_a_room_submitting_is_refused_and_what_was_entered_is_kept(string line)
    {
        await using var world = await Company.StartAsync(new() { Settings = { ["Approvals:Room:ConversationId"] = "" } });
        await world.Riya.SaysAsync(line);
        var refused = await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        Assert.Contains("your company has no approvals room. What you entered is kept.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Ask an administrator to type /trunk approvals here", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync());

        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        var again = await world.Riya.SaysAsync("/trunk new");
        Assert.Contains("already entered: leave empty to keep it", again.Text, StringComparison.Ordinal);
        var fields = again.Sent.Single().Card!.Value.Prefilled();
        await world.Riya.ClicksAsync("Submit", inputs: fields.With());
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }
}
