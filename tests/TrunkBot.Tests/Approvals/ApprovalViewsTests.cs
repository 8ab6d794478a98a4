using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Approvals;

/// <summary>The card in the approvals room is each viewer's own, and the one that everybody sees is enough for everything.</summary>
public sealed class ApprovalViewsTests : IAsyncLifetime
{
    private const string Room = "teams-room";

    private static readonly string[] s_people = ["riya", "omar", "mei", "ada", "eve"];

    private Company _world = null!;

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new() { Settings = Two.Approvers });
        foreach (var person in new[] { _world.Omar, _world.Mei, _world.Ada, _world.Eve })
            await person.SaysAsync("/whoami");
        await _world.Ada.SaysAsync("/trunk approvals here", Room);
        await _world.Riya.SaysAsync("/trunk new");
        await _world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await _world.RunDueJobsAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task While_it_waits_each_sees_what_they_can_do_and_one_who_has_said_yes_what_is_missing()
    {
        await SeesAsync("riya", isOwn: true, "You asked for this", "Edit", "Take back");
        await SeesAsync("omar", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
        await SeesAsync("mei", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
        // Whom no setting names as an approver has the card that everybody can use; by hand they get theirs.
        foreach (var other in new[] { "ada", "eve" })
        {
            var seen = await SeesAsync(other, isOwn: false, "0 of 2", "Approve", "Reject");
            Assert.Empty(Titles((await _world.Sandbox.TeamsViews.RefreshAsync(other, Room, seen.ActivityId))!.Value));
        }

        await PressAsync("omar", "Approve");
        await _world.RunDueJobsAsync();
        await SeesAsync("riya", isOwn: true, "1 of 2", "Edit", "Take back");
        await SeesAsync("omar", isOwn: true, "You approved this. It still needs 1 approval from another approver.", "Reject");
        await SeesAsync("mei", isOwn: true, "1 of 2", "Approve", "Reject", "Delegate");
        await SeesAsync("ada", isOwn: false, "1 of 2", "Approve", "Reject");
    }

    [Fact]
    public async Task Who_has_left_it_to_a_colleague_can_take_it_back()
    {
        await _world.Omar.SaysAsync("/trunk delegate TR-1 mei");
        await _world.RunDueJobsAsync();
        await SeesAsync("omar", isOwn: true, "You left TR-1 to Mei Lin", "Reject", "Take it back");
        await SeesAsync("mei", isOwn: true, "Omar Haddad left it to Mei Lin", "Approve", "Reject", "Delegate");
        await PressAsync("omar", "Take it back");
        await _world.RunDueJobsAsync();
        await SeesAsync("omar", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
    }

    [Theory]
    [InlineData("granted", "Approved")]
    [InlineData("created", "Created")]
    [InlineData("rejected", "Rejected")]
    [InlineData("taken back", "Cancelled")]
    [InlineData("expired", "Expired")]
    public async Task When_it_is_decided_the_one_card_says_so_to_everybody(string how, string state)
    {
        await EndAsync(how);
        foreach (var person in s_people)
        {
            var seen = await SeesAsync(person, isOwn: false, state);
            Assert.False(seen.Card!.Value.TryGetProperty("refresh", out _));
        }
    }

    [Fact]
    public async Task A_refresh_says_nothing_changes_nothing_and_asks_again_only_when_there_is_news_or_a_minute_has_passed()
    {
        var (sent, calls, before) = (_world.Sandbox.Channel.Sent.Count, _world.Sandbox.Channel.Calls.Count, await StoredAsync());
        await SeesAsync("omar", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
        await SeesAsync("omar", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
        Assert.Single(_world.Sandbox.TeamsViews.Refreshes);
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await SeesAsync("omar", isOwn: true, "0 of 2", "Approve", "Reject", "Delegate");
        Assert.Equal(2, _world.Sandbox.TeamsViews.Refreshes.Count);
        Assert.Equal((sent, calls, before), (_world.Sandbox.Channel.Sent.Count, _world.Sandbox.Channel.Calls.Count, await StoredAsync()));
        // Its time has run out, and nobody has noticed yet: that is not for a refresh to do.
        _world.Clock.Advance(TimeSpan.FromDays(30));
        await SeesAsync("omar", isOwn: true, "0 of 2");
        Assert.Equal((sent, before), (_world.Sandbox.Channel.Sent.Count, await StoredAsync()));
    }

    [Fact]
    public async Task A_card_of_ones_own_that_cannot_be_made_is_the_one_that_everybody_sees()
    {
        await _world.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Requests" RENAME TO "Elsewhere" """));
        foreach (var person in new[] { "riya", "omar" })
            await SeesAsync(person, isOwn: true, "0 of 2", "Approve", "Reject");
        Assert.All(_world.Sandbox.TeamsViews.Refreshes, refresh => Assert.Equal((200, true), (refresh.Status, refresh.GotCard)));
    }

    [Fact]
    public async Task Elsewhere_nobody_reads_the_card_by_asking_for_it()
    {
        foreach (var (person, where) in new[] { ("eve", "personal"), ("omar", "teams-other") })
        {
            var answer = await _world.Sandbox.Channel.DeliverAsync(person, where, Talker.Invoke(new() { ["verb"] = ApprovalCard.View, ["requestId"] = "TR-1" }, null));
            Assert.DoesNotContain("voice agents", answer.Body!.Value.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_asks_the_clients_of_who_asked_of_who_acted_and_of_the_named_approvers_and_of_nobody_else()
    {
        Assert.Equal(Ids("riya", "omar", "mei"), Named());
        // Ada is no approver, but she acts.
        await _world.Ada.SaysAsync("/trunk push TR-1 the hotline is down");
        await EndAsync("rejected");
        Assert.Null(_world.Omar.Sees(Room).Last(sent => sent.Card is not null).Card!.Value.TryGetProperty("refresh", out var refresh) ? refresh : (JsonElement?)null);
    }

    private async Task EndAsync(string how)
    {
        switch (how)
        {
            case "granted":
                await PressAsync("omar", "Approve");
                await PressAsync("mei", "Approve");
                return;
            case "created":
                await EndAsync("granted");
                await _world.RunDueJobsAsync();
                await _world.RunDueJobsAsync();
                break;
            case "rejected":
                await _world.Omar.SaysAsync("/trunk reject TR-1 not ours");
                break;
            case "taken back":
                await PressAsync("riya", "Take back");
                break;
            default:
                await _world.PassAsync(TimeSpan.FromDays(30));
                break;
        }

        await _world.RunDueJobsAsync();
    }

    private async Task<SeenMessage> SeesAsync(string person, bool isOwn, string words, params string[] buttons)
    {
        var seen = (await _world.Sandbox.TeamsViews.OpenAsync(person, Room)).Last(message => message.Card is { } card && Cards.Words(card).Contains("TR-1: SIP trunk", StringComparison.Ordinal));
        Assert.Equal(isOwn, seen.IsOwn);
        Assert.Contains(words, Cards.Words(seen.Card), StringComparison.Ordinal);
        Assert.Equal(buttons, Titles(seen.Card!.Value));
        Assert.InRange(buttons.Length, 0, 6);
        return seen;
    }

    private async Task<JsonElement?> PressAsync(string person, string title, params (string Id, string Value)[] inputs) =>
        await PressAsync(person, title, (await _world.Sandbox.TeamsViews.OpenAsync(person, Room)).Last(message => message.Card is { } card && Titles(card).Contains(title)).Card, inputs);

    private async Task<JsonElement?> PressAsync(string person, string title, JsonElement? card, params (string Id, string Value)[] inputs)
    {
        var data = JsonNode.Parse(Cards.Actions(card!.Value).Single(action => action.GetProperty("title").GetString() == title).GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in inputs)
            data[id] = value;
        var answer = await _world.Sandbox.Channel.DeliverAsync(person, Room, Talker.Invoke(data, Post().ActivityId));
        return answer.Body!.Value.GetProperty("value") is { ValueKind: JsonValueKind.Object } shown ? shown : null;
    }

    private SentActivity Post() => _world.Omar.Sees(Room).First(sent => sent.Card is not null);

    private IEnumerable<string?> Named() => Post().Card!.Value.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(params string[] people) => people.Select(person => SandboxApp.Person(person).TeamsId).Order(StringComparer.Ordinal);

    private static IEnumerable<string?> Titles(JsonElement card) => Cards.Actions(card).Select(action => action.GetProperty("title").GetString());

    private Task<string> StoredAsync() => _world.StoredAsync(async db => JsonSerializer.Serialize(await db.Set<Approval>().AsNoTracking()
        .Select(approval => new { approval.State, approval.Version, approval.Shown }).SingleAsync()));
}
