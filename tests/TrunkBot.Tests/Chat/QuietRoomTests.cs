using Microsoft.EntityFrameworkCore;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>Among others the bot says to everybody only what concerns everybody.</summary>
public sealed class QuietRoomTests : IAsyncLifetime
{
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string, string, string> Private => new()
    {
        { "eve", "/trunk new", "You need the role Requester" },
        { "riya", "/trunk approve TR-1", "You need the role Approver" },
        { "riya", "/whoami", "Your roles: Requester" },
        { "riya", "/trunk nwe", "Did you mean /trunk new?" },
        { "riya", "/trunk show", "Missing" },
        { "riya", "/trunk show TR-99", "can't find" },
        { "riya", "/cancel", "nothing to cancel" },
        { "omar", "/trunk approve TR-99", "can't find" },
    };

    [Theory, MemberData(nameof(Private))]
    public async Task A_refusal_an_error_and_a_misspelt_command_are_seen_by_whoever_typed_it(string person, string line, string answer)
    {
        foreach (var where in new[] { "group", "meeting", "teams-other" })
        {
            var heard = await Person(person).SaysAsync(line, where);
            Assert.Contains(answer, heard.Text, StringComparison.Ordinal);
            Assert.Equal(person, Assert.Single(heard.Sent).OnlyFor);
            Assert.Empty(_world.Mei.Sees(where));
        }

        // Where only one person reads, nothing has to be hidden.
        Assert.All((await Person(person).SaysAsync(line)).Sent, sent => Assert.Null(sent.OnlyFor));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task Where_the_channel_takes_no_such_message_everybody_reads_it_as_before(int status)
    {
        _world.Sandbox.Channel.Faults.Add(new() { Status = status, Method = "POST" });
        var heard = await _world.Riya.SaysAsync("/whoami", "group");
        Assert.Null(Assert.Single(heard.Sent).OnlyFor);
        Assert.Contains("Your roles: Requester", _world.Mei.Reads("group"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task But_who_has_asked_in_private_is_not_answered_before_everybody()
    {
        _world.Sandbox.Channel.Faults.Add(new() { Status = 400, Method = "POST", Times = 5 });
        await _world.ClicksForgedAsync(
            "riya", "msteams", new() { ["type"] = "message", ["text"] = "/whoami" }, "group", line => line["recipient"]!["isTargeted"] = true);
        Assert.Empty(_world.Mei.Sees("group"));
    }

    [Fact]
    public async Task In_the_approvals_room_a_reaction_says_what_the_card_says_already()
    {
        await using var world = await Company.StartAsync(new() { Settings = Two.Approvers });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await AskedAsync(world);
        var omar = await world.Omar.SaysAsync("/trunk approve TR-1", "teams-room");
        await world.RunDueJobsAsync();
        var mei = await world.Mei.SaysAsync("/trunk approve TR-1", "teams-room");
        Assert.Empty(omar.Sent);
        Assert.Empty(mei.Sent);
        Assert.Equal(
            [(omar.Delivery.ActivityId, ReactionTypes.Seen), (mei.Delivery.ActivityId, ReactionTypes.Done)],
            world.Sandbox.Channel.Reactions.Select(reaction => (reaction.ActivityId, reaction.Reaction)));
        // The same elsewhere is news there.
        await AskedAsync(world);
        Assert.Contains("Your approval of TR-2 counts", (await world.Omar.SaysAsync("/trunk approve TR-2", "group")).Text, StringComparison.Ordinal);
        Assert.Contains("TR-2 is approved", (await world.Mei.SaysAsync("/trunk approve TR-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_channel_takes_no_reaction_a_message_says_it()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await _world.AskedAsync();
        _world.Sandbox.Channel.Faults.Add(new() { Status = 404, Method = "PUT" });
        var heard = await _world.Omar.SaysAsync("/trunk approve TR-1", "teams-room");
        Assert.Contains("TR-1 is approved", heard.Text, StringComparison.Ordinal);
        Assert.Empty(_world.Sandbox.Channel.Reactions);
    }

    [Fact]
    public async Task Only_the_question_and_its_outcome_show_in_an_activity_feed()
    {
        await using var world = await Company.StartAsync(new() { Settings = Two.Approvers });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await AskedAsync(world);
        await world.Omar.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        await world.Mei.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        var told = world.Sandbox.Channel.Sent.Where(sent => sent.Alerts).ToList();
        Assert.Equal(
            [("send", world.Sandbox.Channel.ConversationId("teams-room")), ("send", world.Sandbox.Channel.ConversationId("personal", "riya"))],
            told.Select(sent => (sent.Operation, sent.ConversationId)));
        Assert.Contains("Waiting for approvers", Cards.Words(told[0].Card), StringComparison.Ordinal);
        Assert.Contains("Trunk id:", Cards.Words(told[1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_over_a_second_is_announced_and_nothing_is_after_it()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _world.ApprovedAsync();
        await _world.RunDueJobsAsync();
        var trunk = _world.Sandbox.VideoSdk.Trunks.Single().TrunkId;
        Assert.DoesNotContain(_world.Sandbox.Channel.Sent, sent => sent.Type == "typing");

        var before = _world.Sandbox.Channel.Sent.Count;
        _world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 5000, Method = "GET" });
        var saying = _world.Riya.SaysAsync($"/trunk show {trunk}");
        await _world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Fault is not null, late.Token);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.Sandbox.Channel.Sent.WaitForAsync(sent => sent.Type == "typing", late.Token);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await saying;
        Assert.Equal(["typing", "message"], _world.Sandbox.Channel.Sent.Skip(before).Select(sent => sent.Type));
    }

    [Fact]
    public async Task What_broke_is_told_to_whoever_it_broke_for()
    {
        await _world.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Requests" RENAME TO "Elsewhere" """));
        var heard = await _world.Riya.SaysAsync("/trunk requests", "group");
        Assert.Contains("Something went wrong on my side", heard.Text, StringComparison.Ordinal);
        Assert.Equal("riya", Assert.Single(heard.Sent).OnlyFor);
    }

    private static async Task AskedAsync(Company world)
    {
        await world.Riya.SaysAsync("/trunk new --start-over");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(world.Sandbox.Channel.Sent.Count));
        await world.RunDueJobsAsync();
    }

    private Talker Person(string key) => key switch { "eve" => _world.Eve, "omar" => _world.Omar, _ => _world.Riya };
}
