using TrunkBot.Sandbox;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What becomes of a request that waits for approvers.</summary>
public abstract class PendingLifeTests(string backEnd)
{
    [Theory]
    [InlineData("riya")]
    [InlineData("ada")]
    public async Task A_pending_request_is_cancelled_by_its_asker_or_an_Admin(string person)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
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
        await using var world = await Company.StartAsync(new() { BackEnd = backEnd, Settings = { ["Access:Roles:Requester:5"] = "user:" + SandboxApp.Person("mei").ObjectId } });
        await world.AskedAsync();
        Assert.Contains("TR-1 can be cancelled by Riya Rao, who asked for it, or by an administrator.",
            (await world.Mei.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task A_pending_request_is_rejected_with_a_reason_and_asked_again_without_the_password()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        Assert.Contains("Say why", (await world.Omar.SaysAsync("/trunk reject TR-1")).Text, StringComparison.Ordinal);
        await world.Omar.SaysAsync("/trunk reject TR-1 --the number is \"not ours\"");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Rejected, await world.StateAsync());
        Assert.Contains("Rejected", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("the number is", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);

        await world.AsksAgainAsync();
    }

    [Fact]
    public async Task A_pending_request_expires_when_nobody_decides()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        var card = world.Omar.CardWith("Approve", "room");
        await world.PassAsync(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
        Assert.Contains("Expired: nobody decided in time.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("Expired: nobody decided in time.", (await world.Omar.ClicksAsync(card, "Approve", "room")).Text, StringComparison.Ordinal);
        await world.AsksAgainAsync();
    }

    [Fact]
    public async Task A_click_after_the_time_is_too_late_even_before_the_clock_was_looked_at()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        world.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("Expired", (await world.Omar.ClicksAsync("Approve", "room")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Expired, await world.StateAsync());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task A_click_that_comes_too_late_is_answered_with_the_current_state(string channel)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
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
        Assert.Contains("This card isn't yours, or its request has ended",
            (await riya.ClicksAsync(form, "Ask me one by one", "personal", Sample.Clean)).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Equal(1, world.Posts());
    }
}

public sealed class PendingLifeOnSqliteTests() : PendingLifeTests("Sqlite");

public sealed class PendingLifeOnPostgresTests() : PendingLifeTests("Postgres");
