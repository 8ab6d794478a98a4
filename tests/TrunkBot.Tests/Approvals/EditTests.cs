using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>A request that is changed while it waits is another request: nobody approves what they have not seen.</summary>
public abstract class EditTests(string backEnd)
{
    [Fact]
    public async Task The_asker_changes_what_was_asked_and_a_click_on_the_old_card_shows_the_new_one_and_does_not_count()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        var old = world.Omar.CardWith("Approve", "teams-room");

        await world.Riya.SaysAsync("/trunk edit TR-1");
        Assert.Equal("voice agents", world.Riya.CardWith("Submit changes").Card!.Value.Prefilled()["name"]);
        await world.Riya.ClicksAsync("Submit changes", inputs: With(("name", "sales agents"), ("password", "")));
        Assert.Equal((RequestState.Pending, "sales agents"), ((await world.RequestAsync()).State, (await world.RequestAsync()).Fields.Name));

        Assert.Contains("sales agents", (await world.Omar.ClicksAsync(old, "Approve", "teams-room")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        await world.RunDueJobsAsync();
        Assert.Contains("changed TR-1. Look at its card again.", world.Omar.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Equal(["submitted", "edited"], await world.AuditAsync());

        await world.Omar.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        Assert.Equal("sales agents", world.Sandbox.VideoSdk.Trunks.Single().Name);
    }

    [Fact]
    public async Task Whoever_may_both_ask_and_approve_changes_only_what_they_asked_for()
    {
        var settings = new Dictionary<string, string?> { ["Access:Roles:Requester:5"] = $"user:{SandboxApp.Person("omar").ObjectId}" };
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = settings });
        await world.AskedAsync();

        var refused = await world.Omar.SaysAsync("/trunk edit TR-1");
        Assert.Contains("who asked for TR-1, can change it", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Card);
        Assert.DoesNotContain("Edit", (await world.Omar.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_yes_after_a_change_is_told_what_it_would_be_about()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Riya.SaysAsync("/trunk edit TR-1");
        await world.Riya.ClicksAsync("Submit changes", inputs: With(("numbers", "+14155550177"), ("password", "")));

        Assert.Contains("Numbers: +14155550177", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Contains("TR-1 is approved", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(["+14155550177"], await NumbersTakenAsync(world));
    }

    [Fact]
    public async Task A_change_is_judged_like_a_new_request_and_a_new_password_is_asked_for_again_until_it_is_submitted()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Riya.SaysAsync("/trunk edit TR-1");
        var refused = await world.Riya.ClicksAsync("Submit changes", inputs: With(("numbers", "12"), ("password", "An0ther-Horse-77")));
        Assert.Contains("1 thing to change", refused.Text, StringComparison.Ordinal);
        Assert.Equal("+14155550100", (await world.RequestAsync()).Fields.Numbers);

        refused = await world.Riya.ClicksAsync("Submit changes", inputs: With(("password", "")));
        Assert.Contains("Password:", refused.Text, StringComparison.OrdinalIgnoreCase);
        await world.Riya.ClicksAsync("Submit changes", inputs: With(("password", "An0ther-Horse-77")));
        Assert.Equal(["submitted", "edited"], await world.AuditAsync());
    }

    [Fact]
    public async Task The_time_to_decide_begins_anew()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.PassAsync(TimeSpan.FromDays(6));
        await world.Riya.SaysAsync("/trunk edit TR-1");
        await world.Riya.ClicksAsync("Submit changes", inputs: With(("name", "sales agents"), ("password", "")));
        await world.PassAsync(TimeSpan.FromDays(6.5));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromDays(0.5));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
    }

    [Fact]
    public async Task Nobody_else_changes_it_and_nobody_changes_what_was_granted()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Riya.SaysAsync("/trunk edit TR-1");
        await world.Omar.SaysAsync("/trunk approve TR-1");

        Assert.Contains("Approved", (await world.Riya.ClicksAsync("Submit changes", inputs: With(("name", "sales agents")))).Text, StringComparison.Ordinal);
        Assert.Contains("can't be changed any more", (await world.Riya.SaysAsync("/trunk edit TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal("voice agents", (await world.RequestAsync()).Fields.Name);
    }

    private static Task<List<string>> NumbersTakenAsync(Company world) => world.StoredAsync(db =>
        Task.FromResult(db.TrunkKeys.Where(key => key.Kind == TrunkKeyKind.Number).Select(key => key.Value).ToList()));

    private static (string Id, string Value)[] With(params (string Id, string Value)[] others) =>
        [.. Sample.Clean.Where(field => !others.Any(other => other.Id == field.Id)), .. others];
}

public sealed class EditOnSqliteTests() : EditTests("Sqlite");

public sealed class EditOnPostgresTests() : EditTests("Postgres");
