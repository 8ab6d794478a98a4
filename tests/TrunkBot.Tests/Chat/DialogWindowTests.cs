using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>Dialogs of Teams: the same forms, the same rules, and nothing that could not be done without them.</summary>
public sealed class DialogWindowTests : IAsyncLifetime
{
    private const string Room = "teams-room";

    private Company _world = null!;

    private TeamsDialogs Dialogs => _world.Sandbox.TeamsDialogs;

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync();
        await _world.Omar.SaysAsync("/whoami");
        await _world.Mei.SaysAsync("/whoami");
        await _world.Ada.SaysAsync("/trunk approvals here", Room);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_trunk_is_asked_for_in_a_dialog_that_stays_open_until_everything_is_right()
    {
        var home = (await _world.Riya.SaysAsync("hi")).Sent[^1].Card!.Value;
        var form = await Dialogs.OpenAsync("riya", "personal", home, "New trunk");
        Assert.Equal("New SIP trunk", form.Title);

        var again = await Dialogs.SubmitAsync(form, "Submit", ("name", "voice agents"), ("domain", "acme.pstn.twilio.com"), ("numbers", "12"), ("username", "acme"));
        Assert.Contains("things to change", Cards.Words(again.Card), StringComparison.Ordinal);
        var kept = again.Card!.Value.Prefilled();
        Assert.Equal(("voice agents", "acme.pstn.twilio.com", "12", "acme"), (kept["name"], kept["domain"], kept["numbers"], kept["username"]));

        var before = _world.Sandbox.Channel.Sent.Count;
        var closed = await Dialogs.SubmitAsync(again, "Submit", ("numbers", "+14155550100"), ("password", Sample.Password));
        Assert.Contains("Waiting for an approver", closed.Message, StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", Cards.Words(Assert.Single(_world.Sandbox.Channel.Sent.Skip(before)).Card), StringComparison.Ordinal);

        // The same once more, as after a lost answer: it is the same request.
        var twice = await Dialogs.SubmitAsync(again, "Submit", ("numbers", "+14155550100"), ("password", Sample.Password));
        Assert.Contains("Waiting for an approver", twice.Message, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Equal(["submitted"], await _world.AuditAsync());
        Assert.Equal(RequestState.Pending, await _world.StateAsync());
        Assert.Single(_world.Omar.Sees(Room), sent => sent.Card is not null);
    }

    [Fact]
    public async Task An_approver_rejects_in_a_dialog_with_a_reason_and_the_card_changes_for_everybody()
    {
        await _world.AskedAsync();
        var why = await OpenAsync("omar", "Reject");
        Assert.Equal("Reject TR-1", why.Title);
        var again = await Dialogs.SubmitAsync(why, "Reject", ("comment", "   "));
        Assert.Contains("Say why you reject it", Cards.Words(again.Card), StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await _world.StateAsync());

        Assert.Contains("Rejected", (await Dialogs.SubmitAsync(again, "Reject", ("comment", "the number is not ours"))).Message, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Contains("the number is not ours", Cards.Words((await SeesAsync("mei")).Card), StringComparison.Ordinal);
        Assert.Contains("the number is not ours", _world.Riya.Reads(), StringComparison.Ordinal);
        // Whoever still has it open comes too late, and reads how it ended.
        Assert.Contains("Rejected", (await Dialogs.SubmitAsync(why, "Reject", ("comment", "once more"))).Message, StringComparison.Ordinal);
        Assert.Equal(["submitted", "rejected"], await _world.AuditAsync());
    }

    [Fact]
    public async Task A_decision_is_left_to_somebody_who_is_picked_or_typed()
    {
        await _world.AskedAsync();
        var whom = await OpenAsync("omar", "Delegate");
        Assert.Equal("graph.microsoft.com/users?scope=currentContext", whom.Card!.Value.GetProperty("body")[1].GetProperty("choices.data").GetProperty("dataset").GetString());
        var again = await Dialogs.SubmitAsync(whom, "Leave it to them", ("signInName", "nobody@example.com"), ("note", "look at the host"));
        Assert.Contains("can't find that person", Cards.Words(again.Card), StringComparison.Ordinal);
        Assert.Equal(("nobody@example.com", "look at the host"), (again.Card!.Value.Prefilled()["signInName"], again.Card.Value.Prefilled()["note"]));

        var done = await Dialogs.SubmitAsync(again, "Leave it to them", ("colleague", SandboxApp.Person("mei").ObjectId), ("signInName", ""));
        Assert.Contains("You left TR-1 to Mei Lin", done.Message, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Contains("Omar Haddad left it to Mei Lin", Cards.Words((await SeesAsync("mei")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_changes_it_in_a_dialog_and_nobody_sees_the_form()
    {
        await _world.AskedAsync();
        var form = await OpenAsync("riya", "Edit");
        Assert.Equal(("Change TR-1", "voice agents"), (form.Title, form.Card!.Value.Prefilled()["name"]));
        var before = _world.Sandbox.Channel.Sent.Count;
        var again = await Dialogs.SubmitAsync(form, "Submit changes", ("numbers", "12"));
        Assert.Contains("1 thing to change", Cards.Words(again.Card), StringComparison.Ordinal);
        Assert.Equal(before, _world.Sandbox.Channel.Sent.Count);

        Assert.NotNull((await Dialogs.SubmitAsync(again, "Submit changes", ("numbers", "+14155550199"))).Message);
        await _world.RunDueJobsAsync();
        foreach (var person in new[] { "omar", "eve" })
            Assert.Contains("0199", Cards.Words((await SeesAsync(person)).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_a_password_opens_in_a_dialog_and_its_address_is_kept_nowhere()
    {
        await _world.RestartAsync(("PublicUrl", "https://trunkbot.example.com"));
        await _world.Riya.SaysAsync("/trunk new");
        var form = _world.Riya.CardWith("Submit");
        var sent = _world.Sandbox.Channel.Sent.Count;
        var page = await Dialogs.OpenAsync("riya", "personal", form.Card!.Value, "Password by one-time page");
        Assert.StartsWith("https://trunkbot.example.com/secret/", page.Url, StringComparison.Ordinal);
        Assert.Equal(sent, _world.Sandbox.Channel.Sent.Count);
        var token = page.Url!.Split('/')[^1];
        Assert.DoesNotContain(await _world.StoredAsync(db => db.Set<SeenActivity>().Select(seen => seen.Body).ToListAsync()), body => body?.Contains(token, StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("trunk.new", "You need the role Requester")]
    [InlineData("trunk.change", "You need the role Requester")]
    [InlineData("request.why", "You need the role Approver")]
    [InlineData("request.delegate", "You need the role Approver")]
    [InlineData("no.such", "This button is from an older card")]
    public async Task A_dialog_gives_nobody_a_right(string verb, string refusal)
    {
        await _world.AskedAsync();
        foreach (var name in new[] { "task/fetch", "task/submit" })
        {
            var answer = await _world.Sandbox.Channel.DeliverAsync("eve", Room, new()
            {
                ["type"] = "invoke",
                ["name"] = name,
                ["value"] = new JsonObject { ["data"] = new JsonObject { ["verb"] = verb, ["requestId"] = "TR-1", ["comment"] = "no", ["colleague"] = "mei" } },
            });
            Assert.Equal(200, answer.Status);
            Assert.Contains(refusal, answer.Body!.Value.GetProperty("task").GetProperty("value").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(RequestState.Pending, await _world.StateAsync());
    }

    private async Task<DialogView> OpenAsync(string person, string title) => await Dialogs.OpenAsync(person, Room, (await SeesAsync(person)).Card!.Value, title);

    private async Task<SeenMessage> SeesAsync(string person) => (await _world.Sandbox.TeamsViews.OpenAsync(person, Room))
        .Last(message => message.Card is { } card && Cards.Words(card).Contains("TR-1: SIP trunk", StringComparison.Ordinal));
}
