using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What becomes of a create whose answer was lost: a person settles it.</summary>
public abstract class UnknownOutcomeTests(string backEnd)
{
    [Fact]
    public async Task A_lost_answer_is_settled_by_an_Admin_who_finds_the_trunk()
    {
        await using var world = await UnknownAsync(acted: true);
        var trunk = world.Sandbox.VideoSdk.Trunks.Single();
        Assert.Contains("/trunk adopt TR-1 TRUNK-ID", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("You need the role Admin", (await world.Omar.SaysAsync($"/trunk adopt TR-1 {trunk.TrunkId}")).Text, StringComparison.Ordinal);
        Assert.Contains("VideoSDK has no trunk with that id", (await world.Ada.SaysAsync("/trunk adopt TR-1 aB3dE6gH9jK2mN5pQ8sT1")).Text, StringComparison.Ordinal);
        Assert.Contains("can't be changed any more", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
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
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        var first = world.Sandbox.VideoSdk.Trunks.Single();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-before" });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await world.Riya.ClicksAsync("Submit anyway", inputs: Sample.Clean);
        await world.Omar.SaysAsync("/trunk approve TR-2");
        await world.RunDueJobsAsync();
        Assert.Contains("That trunk belongs to TR-1.", (await world.Ada.SaysAsync($"/trunk adopt TR-2 {first.TrunkId}")).Text, StringComparison.Ordinal);
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
            Assert.Contains("You asked for this trunk yourself. Someone else with the Admin role has to settle it.", (await world.Riya.SaysAsync(line)).Text, StringComparison.Ordinal);
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
            Assert.Contains("That isn't the password that was approved", (await world.Ada.ClicksAsync("Send again", inputs: ("password", wrong))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        await world.Ada.ClicksAsync("Send again", inputs: ("password", Sample.Password));
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Fact]
    public async Task Whose_kept_password_cannot_be_opened_is_not_adopted_and_it_is_said_why()
    {
        await using var world = await UnknownAsync(acted: true);
        var trunk = world.Sandbox.VideoSdk.Trunks.Single().TrunkId;
        await world.Database.ExecuteAsync("""UPDATE "Requests" SET "ProtectedPassword" = 'another key has locked this' """);
        Assert.Contains("The kept password of TR-1 can't be opened", (await world.Ada.SaysAsync($"/trunk adopt TR-1 {trunk}")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
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

    private async Task<Company> UnknownAsync(bool acted, params (string Key, string? Value)[] settings)
    {
        var world = await Company.StartAsync(new() { BackEnd = backEnd, Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value) });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = acted ? "drop-after" : "drop-before" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        return world;
    }
}

public sealed class UnknownOutcomeOnSqliteTests() : UnknownOutcomeTests("Sqlite");

public sealed class UnknownOutcomeOnPostgresTests() : UnknownOutcomeTests("Postgres");
