using Microsoft.EntityFrameworkCore;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;

namespace TrunkBot.Tests.Conversations;

/// <summary>Every row of a request's life, as people live it.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_draft_is_submitted_approved_and_created_and_each_step_is_written_down()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Equal(["submitted", "approved", "provisioning", "created"], await world.AuditAsync());
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
    }

    [Theory]
    [InlineData("/trunk cancel TR-1")]
    [InlineData("Start over")]
    public async Task A_draft_is_cancelled_by_its_asker(string way)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --name twilio");
        var heard = way.StartsWith('/') ? await world.Riya.SaysAsync(way) : await world.Riya.ClicksAsync(way);
        Assert.Contains(way.StartsWith('/') ? "TR-1 is cancelled" : "The draft is gone. Here is an empty form.", heard.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        Assert.Equal(["cancelled"], await world.AuditAsync());
    }

    [Fact]
    public async Task A_draft_expires_after_a_day_and_its_password_goes_with_it()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.VideoSdk);
        Assert.NotNull((await world.RequestAsync()).ProtectedPassword);
        var form = world.Riya.CardWith("Submit anyway");

        await world.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(RequestState.Draft, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
        Assert.Equal(["expired"], await world.AuditAsync());

        var late = await world.Riya.ClicksAsync(form, "Submit anyway", "personal", Sample.VideoSdk);
        Assert.Contains("Expired", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You began this draft before", (await world.Riya.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("riya")]
    [InlineData("ada")]
    public async Task A_pending_request_is_cancelled_by_its_asker_or_an_Admin(string person)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var talker = person == "riya" ? world.Riya : world.Ada;
        Assert.Contains("TR-1 is cancelled. Nothing was created.", (await talker.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Contains("Cancelled by", world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        var late = await world.Omar.SaysAsync("/trunk approve TR-1");
        Assert.Contains("Cancelled by", late.Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal(0, world.Posts());
    }

    [Fact]
    public async Task A_pending_request_is_cancelled_by_nobody_else()
    {
        await using var world = await Company.StartAsync(new() { Settings = { ["Access:Roles:Requester:5"] = "user:" + SandboxApp.Person("mei").ObjectId } });
        await world.AskedAsync();
        Assert.Contains("TR-1 can be cancelled by Riya Rao, who asked for it, or by an Admin.",
            (await world.Mei.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task A_pending_request_is_rejected_with_a_reason_and_asked_again_without_the_password()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains("Say why", (await world.Omar.SaysAsync("/trunk reject TR-1")).Text, StringComparison.Ordinal);
        await world.Omar.SaysAsync("/trunk reject TR-1 --the number is \"not ours\"");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Rejected, await world.StateAsync());
        Assert.Contains("Rejected", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("the number is", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);

        await AsksAgainAsync(world);
    }

    [Fact]
    public async Task A_pending_request_expires_when_nobody_decides()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var card = world.Omar.CardWith("Approve", "room");
        await world.PassAsync(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
        Assert.Contains("Expired: nobody decided in time.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("Expired: nobody decided in time.", (await world.Omar.ClicksAsync(card, "Approve", "room")).Text, StringComparison.Ordinal);
        await AsksAgainAsync(world);
    }

    [Fact]
    public async Task A_click_after_the_time_is_too_late_even_before_the_clock_was_looked_at()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        world.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("Expired", (await world.Omar.ClicksAsync("Approve", "room")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Expired, await world.StateAsync());
    }

    [Fact]
    public async Task An_approved_request_waits_for_VideoSDK_and_is_cancelled_meanwhile()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, RetryAfter = 30, Times = 1 });
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        Assert.Contains("I keep trying", (await world.Riya.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);

        Assert.Contains("TR-1 is cancelled", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        Assert.Equal(1, world.Posts());
        Assert.Equal(["submitted", "approved", "provisioning", "waiting", "cancelled"], await world.AuditAsync());
    }

    [Fact]
    public async Task An_approved_request_is_created_once_VideoSDK_can_be_reached_again()
    {
        await using var world = await Company.StartAsync();
        await world.RestartAsync(("VideoSdk:BaseUrl", $"http://127.0.0.1:{Company.FreePort()}"));
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        await world.RestartAsync(("VideoSdk:BaseUrl", world.Sandbox.Address.GetLeftPart(UriPartial.Authority)));
        await world.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Equal(1, world.Posts());
    }

    [Fact]
    public async Task An_approved_request_that_is_refused_for_an_hour_is_given_up()
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, Times = 1000 });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        for (var minutes = 0; minutes < 66; minutes += 6)
            await world.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("I gave up after an hour of trying.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
        await AsksAgainAsync(world);
    }

    [Fact]
    public async Task A_create_that_VideoSDK_refuses_for_good_has_failed()
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 400, Message = "numbers are not valid" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("Change the numbers, and ask again.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("TR-1 cannot be changed any more", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await AsksAgainAsync(world);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_an_Admin_who_finds_the_trunk()
    {
        await using var world = await UnknownAsync(acted: true);
        var trunk = world.Sandbox.VideoSdk.Trunks.Single();
        Assert.Contains("/trunk adopt TR-1 TRUNK-ID", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("You need the role Admin", (await world.Omar.SaysAsync($"/trunk adopt TR-1 {trunk.TrunkId}")).Text, StringComparison.Ordinal);
        Assert.Contains("VideoSDK knows no trunk with that id", (await world.Ada.SaysAsync("/trunk adopt TR-1 aB3dE6gH9jK2mN5pQ8sT1")).Text, StringComparison.Ordinal);
        Assert.Contains("cannot be changed any more", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());

        Assert.Contains("TR-1 is settled", (await world.Ada.SaysAsync($"/trunk adopt tr-1 {trunk.TrunkId}")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
        Assert.Contains(trunk.TrunkId, world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("There is nothing to settle about TR-1.", (await world.Ada.SaysAsync("/trunk resend TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(1, world.Posts());
    }

    [Fact]
    public async Task A_trunk_that_is_another_or_belongs_to_another_request_is_not_adopted()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        var first = world.Sandbox.VideoSdk.Trunks.Single();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-before" });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await world.Riya.ClicksAsync("Submit anyway", inputs: Sample.Clean);
        await world.Omar.SaysAsync("/trunk approve TR-2");
        await world.RunDueJobsAsync();
        Assert.Contains("belongs to another request already", (await world.Ada.SaysAsync($"/trunk adopt TR-2 {first.TrunkId}")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync(2));
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_an_Admin_who_has_it_sent_again()
    {
        await using var world = await UnknownAsync(acted: false);
        Assert.Contains("TR-1 is being sent again", (await world.Ada.SaysAsync("/trunk resend TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Provisioning, await world.StateAsync());
        Assert.Contains("nothing to settle", (await world.Ada.SaysAsync("/trunk resend TR-1")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Equal(2, world.Posts());
    }

    [Fact]
    public async Task The_asker_does_not_settle_their_own_even_as_an_Admin()
    {
        await using var world = await UnknownAsync(acted: true, ("Access:Roles:Admin:5", "user:" + SandboxApp.Person("riya").ObjectId));
        foreach (var line in new[] { $"/trunk adopt TR-1 {world.Sandbox.VideoSdk.Trunks.Single().TrunkId}", "/trunk resend TR-1" })
            Assert.Contains("You asked for this trunk yourself. Another Admin has to settle it.", (await world.Riya.SaysAsync(line)).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
    }

    [Fact]
    public async Task After_a_week_the_password_is_forgotten_and_sending_again_takes_the_approved_one_only()
    {
        await using var world = await UnknownAsync(acted: false);
        await world.PassAsync(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.NotNull((await world.RequestAsync()).ProtectedPassword);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Null((await world.RequestAsync()).ProtectedPassword);

        Assert.Contains("The password is no longer kept", (await world.Ada.SaysAsync("/trunk resend TR-1")).Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "Another-Horse-43" })
            Assert.Contains("That is not the password that was approved", (await world.Ada.ClicksAsync("Send again", inputs: ("password", wrong))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        await world.Ada.ClicksAsync("Send again", inputs: ("password", Sample.Password));
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Fact]
    public async Task A_second_loss_keeps_the_password_for_a_week_of_its_own()
    {
        await using var world = await UnknownAsync(acted: false);
        await world.PassAsync(TimeSpan.FromDays(6));
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-before" });
        await world.Ada.SaysAsync("/trunk resend TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromDays(2));
        Assert.NotNull((await world.RequestAsync()).ProtectedPassword);
        await world.PassAsync(TimeSpan.FromDays(5));
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
    }

    [Fact]
    public async Task A_password_that_was_changed_after_the_approval_is_not_sent()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.StoredAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Requests SET Fields_Username = 'mallory'"));
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("is not what was approved any more", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(0, world.Posts());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task A_click_that_comes_too_late_is_answered_with_the_current_state(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);
        await riya.SaysAsync("/trunk new");
        var form = riya.CardWith("Submit");
        await riya.ClicksAsync(form, "Submit", "personal", Sample.Clean);
        await world.RunDueJobsAsync();
        await riya.SaysAsync("/trunk show TR-1");
        var pending = riya.CardWith("Cancel request");
        await world.Omar.ClicksAsync("Approve", "room");
        await world.RunDueJobsAsync();

        foreach (var (card, title) in new[] { (form, "Submit"), (pending, "Cancel request"), (pending, "Refresh") })
            Assert.Contains("Created.", (await riya.ClicksAsync(card, title, "personal", Sample.Clean)).Text, StringComparison.Ordinal);
        Assert.Contains("belongs to somebody else, or to a request that is gone",
            (await riya.ClicksAsync(form, "Ask me one by one", "personal", Sample.Clean)).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Equal(1, world.Posts());
    }

    private static async Task<Company> UnknownAsync(bool acted, params (string Key, string? Value)[] settings)
    {
        var world = await Company.StartAsync(new() { Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value) });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = acted ? "drop-after" : "drop-before" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        return world;
    }

    private static async Task AsksAgainAsync(Company world)
    {
        var form = await world.Riya.ClicksAsync("Ask again");
        var fields = form.Card!.Value.Prefilled();
        Assert.Equal(
            ("voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme", ""),
            (fields["name"], fields["domain"], fields["direction"], fields["numbers"], fields["username"], fields["password"]));
        Assert.Contains("1 thing to change", (await world.Riya.ClicksAsync("Submit", inputs: fields.With())).Text, StringComparison.Ordinal);
        await world.Riya.ClicksAsync("Submit", inputs: fields.With(("password", Sample.Password)));
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
    }
}
