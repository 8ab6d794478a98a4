using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>VideoSDK refuses TrunkBot itself: its key, its plan, its permissions or the address. That is for whoever runs it to mend, and nobody else's work is lost by it.</summary>
public abstract class OperatorFaultTests(string backEnd)
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1), s_hour = TimeSpan.FromHours(1);

    public static TheoryData<int, string, string> Faults => new()
    {
        { 401, "VideoSDK doesn't accept TrunkBot's key.", "VideoSdk:ApiKey, VideoSdk:Secret and VideoSdk:AuthorizationScheme" },
        { 402, "TrunkBot's VideoSDK plan or billing doesn't cover this.", "plan and billing" },
        { 403, "TrunkBot's VideoSDK key isn't allowed to create trunks.", "permission for SIP trunks" },
        { 404, "VideoSDK doesn't know the address that TrunkBot uses.", "VideoSdk:BaseUrl" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task What_operators_have_to_mend_keeps_the_request_approved_until_an_Admin_has_it_tried_again(int status, string fault, string setting)
    {
        await using var world = await HeldAsync(status);
        await world.PassAsync(5 * s_hour, TimeSpan.FromMinutes(50));

        Assert.Equal(1, world.Posts());
        Assert.Equal(RequestState.Approved, await world.StateOfAsync("TR-1"));
        Assert.NotNull(await world.RowOfAsync("TR-1", request => request.ProtectedPassword));
        foreach (var read in new[] { world.Riya.Reads().Aloud(), world.Omar.Reads("room").Aloud() })
        {
            Assert.Contains($"Approved, and on hold. {fault} Your administrators have been told.", read, StringComparison.Ordinal);
            Assert.DoesNotContain("VideoSdk:", read, StringComparison.Ordinal);
        }

        Assert.Contains("not today", world.Ada.Reads("room"), StringComparison.Ordinal);
        Assert.Contains(world.Log.Lines, line => line.Contains("TR-1 is on hold", StringComparison.Ordinal) && line.Contains(setting, StringComparison.Ordinal));

        Assert.Contains("Trying again: TR-1.", (await world.Ada.ClicksAsync("Try again", "room")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Created, 2), (await world.StateOfAsync("TR-1"), world.Posts()));
        Assert.Contains("Created. Trunk id:", world.Riya.Reads().Aloud(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_wait_for_the_same_are_told_once_and_tried_again_together()
    {
        await using var world = await HeldAsync(401);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 401 });
        await world.AsksAndGetsAYesAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Approved, await world.StateOfAsync("TR-2"));
        Assert.Equal(1, world.Omar.Sees("room").Count(sent => Cards.Words(sent.Card).Contains("VideoSDK refuses TrunkBot", StringComparison.Ordinal)));

        Assert.Contains("Trying again: TR-1, TR-2.", (await world.Ada.SaysAsync("/trunk retry all")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Created, RequestState.Created), (await world.StateOfAsync("TR-1"), await world.StateOfAsync("TR-2")));
        Assert.Equal(4, world.Posts());
        Assert.Contains("No request is on hold.", (await world.Ada.ClicksAsync("Try again", "room")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_them_is_tried_again_by_its_name()
    {
        await using var world = await HeldAsync(403);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 403 });
        await world.AsksAndGetsAYesAsync();
        await world.RunDueJobsAsync();
        Assert.Contains("On hold: TR-1, TR-2.", (await world.Ada.SaysAsync("/trunk retry TR-9")).Text, StringComparison.Ordinal);
        Assert.Contains("On hold: TR-1, TR-2.", (await world.Ada.SaysAsync("/trunk retry everything")).Text, StringComparison.Ordinal);
        Assert.Contains("Trying again: TR-2.", (await world.Ada.SaysAsync("/trunk retry tr-2")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Approved, RequestState.Created), (await world.StateOfAsync("TR-1"), await world.StateOfAsync("TR-2")));
    }

    [Fact]
    public async Task Tried_again_and_refused_again_is_told_again()
    {
        await using var world = await HeldAsync(401);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 402, Message = "unpaid" });
        await world.Ada.ClicksAsync("Try again", "room");
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Approved, 2), (await world.StateOfAsync("TR-1"), world.Posts()));
        Assert.Contains("unpaid", world.Ada.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("plan or billing", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_mends_within_the_time_that_is_set_for_it_fails_without_another_post()
    {
        await using var world = await HeldAsync(401);
        await world.PassAsync(s_day - TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Approved, await world.StateOfAsync("TR-1"));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((RequestState.Failed, 1), (await world.StateOfAsync("TR-1"), world.Posts()));
        Assert.Null(await world.RowOfAsync("TR-1", request => request.ProtectedPassword));
        Assert.Contains("It was on hold for 24 hours, and nobody had it tried again.", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_hold_has_the_whole_time_and_a_cancelled_one_stays_cancelled()
    {
        await using var world = await HeldAsync(401);
        await world.PassAsync(20 * s_hour);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 401 });
        await world.Ada.SaysAsync("/trunk retry TR-1");
        await world.RunDueJobsAsync();
        await world.PassAsync(20 * s_hour);
        Assert.Equal(RequestState.Approved, await world.StateOfAsync("TR-1"));
        Assert.Contains("TR-1 is cancelled", (await world.Riya.SaysAsync("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
        await world.PassAsync(2 * s_day);
        Assert.Equal((RequestState.Cancelled, 2), (await world.StateOfAsync("TR-1"), world.Posts()));
    }

    [Fact]
    public async Task Nobody_but_an_Admin_has_it_tried_again()
    {
        await using var world = await HeldAsync(401);
        foreach (var person in new[] { world.Riya, world.Omar, world.Eve })
        {
            await person.SaysAsync("/trunk retry TR-1");
            await person.ClicksAsync("Try again", "room");
        }

        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Approved, 1), (await world.StateOfAsync("TR-1"), world.Posts()));
    }

    private async Task<Company> HeldAsync(int status)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, Message = "not today" });
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Approved, 1), (await world.StateOfAsync("TR-1"), world.Posts()));
        return world;
    }
}

public sealed class OperatorFaultOnSqliteTests() : OperatorFaultTests("Sqlite");

public sealed class OperatorFaultOnPostgresTests() : OperatorFaultTests("Postgres");
