using Microsoft.EntityFrameworkCore;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What becomes of a request that was approved, as far as VideoSDK answers.</summary>
public abstract class ApprovedLifeTests(string backEnd)
{
    [Fact]
    public async Task A_draft_is_submitted_approved_and_created_and_each_step_is_written_down()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.ApprovedAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Equal(["submitted", "approved", "provisioning", "created"], await world.AuditAsync());
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
    }

    [Fact]
    public async Task An_approved_request_waits_for_VideoSDK_and_is_cancelled_meanwhile()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.ApprovedAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, RetryAfter = 30, Times = 1 });
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        Assert.Contains("TrunkBot tries again at", (await world.Riya.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);

        Assert.Contains("TR-1 is cancelled", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        Assert.Equal(1, world.Posts());
        Assert.Equal(["submitted", "approved", "provisioning", "waiting", "cancelled"], await world.AuditAsync());
    }

    [Fact]
    public async Task An_approved_request_is_created_once_VideoSDK_can_be_reached_again()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
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
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, Times = 1000 });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        for (var minutes = 0; minutes < 66; minutes += 6)
            await world.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("TrunkBot gave up after 1 hour of trying.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
        await world.AsksAgainAsync();
    }

    [Fact]
    public async Task A_create_that_VideoSDK_refuses_for_good_has_failed()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 400, Message = "numbers are not valid" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("Change the numbers and ask again.", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("TR-1 can't be changed any more", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await world.AsksAgainAsync();
    }

    [Fact]
    public async Task A_password_that_was_changed_after_the_approval_is_not_sent()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.ApprovedAsync();
        await world.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Requests" SET "Fields_Username" = 'mallory'"""));
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Contains("is no longer what was approved", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(0, world.Posts());
    }
}

public sealed class ApprovedLifeOnSqliteTests() : ApprovedLifeTests("Sqlite");

public sealed class ApprovedLifeOnPostgresTests() : ApprovedLifeTests("Postgres");
