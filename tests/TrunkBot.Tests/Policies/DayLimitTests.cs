using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>How much one person may ask for in a day.</summary>
public sealed class DayLimitTests
{
    public static TheoryData<string> BackEnds => Databases.BackEnds;

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task Requests_count_whatever_became_of_them_but_not_yesterdays_and_not_another_persons(string backEnd)
    {
        await using var world = await StartAsync("requests-per-day Most=2", backEnd);
        await world.Riya.AsksAsync(Sample.Another(1));
        await world.Omar.SaysAsync("/trunk reject TR-1 not ours");
        await world.PassAsync(TimeSpan.FromHours(1));
        await world.Riya.AsksAsync(Sample.Another(2));
        await world.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal((RequestState.Rejected, RequestState.Expired), (await world.StateAsync(1), await world.StateAsync(2)));

        var refused = await world.Riya.AsksAsync(Sample.Another(3));
        Assert.Contains("The rule requests-per-day: One person can ask for 2 trunks in 24 hours, and this would be one more.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync(3));
        Assert.Contains("Waiting for an approver", (await world.Mei.AsksAsync(Sample.Another(4))).Text, StringComparison.Ordinal);

        // A day after the first, the second still counts.
        await world.PassAsync(TimeSpan.FromHours(20));
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(3))).Text, StringComparison.Ordinal);
        Assert.Contains("The rule requests-per-day: ", (await world.Riya.AsksAsync(Sample.Another(5))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task Numbers_count_likewise_and_a_change_counts_as_what_it_is_now(string backEnd)
    {
        await using var world = await StartAsync("numbers-per-day Most=3", backEnd);
        var two = ("numbers", "+14155550122, +14155550123");
        await world.Riya.AsksAsync(Sample.Another(1).But(two));
        await world.Riya.SaysAsync("/trunk cancel TR-1");

        var refused = await world.Riya.AsksAsync(Sample.Another(2).But(two));
        Assert.Contains("The rule numbers-per-day: One person can ask for 3 numbers in 24 hours, and this would be more.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", (await world.Mei.AsksAsync(Sample.Another(3).But(two))).Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(2))).Text, StringComparison.Ordinal);

        await world.Riya.SaysAsync("/trunk edit TR-2");
        Assert.Contains("The rule numbers-per-day: ", (await world.Riya.ClicksAsync("Submit changes", inputs: Sample.Another(2).But(two))).Text, StringComparison.Ordinal);
        Assert.Contains("TR-2 is approved", (await world.Omar.SaysAsync("/trunk approve TR-2")).Text, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(4).But(("numbers", "+14155550141, +14155550142, +14155550143")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_that_were_thrown_away_do_not_hide_what_was_asked()
    {
        await using var world = await StartAsync("requests-per-day Most=1", "Sqlite");
        await world.Riya.AsksAsync(Sample.Another(1));
        // As many as are looked at, and more: each is a request that was never submitted.
        await world.Database.ExecuteAsync(
            """
            WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < 1500)
            INSERT INTO "Requests" ("Number", "TenantId", "AskerId", "AskerName", "ConversationKey", "Reference", "State", "InChat", "Warnings", "CreatedAt", "ChangedAt", "Version")
            SELECT n, "TenantId", "AskerId", "AskerName", "ConversationKey", "Reference", 'Cancelled', "InChat", "Warnings", "CreatedAt", "ChangedAt", 1 FROM copies, "Requests" WHERE "Number" = 1;
            UPDATE "Sequences" SET "Last" = 1500;
            """);
        Assert.Contains("The rule requests-per-day: ", (await world.Riya.AsksAsync(Sample.Another(2))).Text, StringComparison.Ordinal);
    }

    // Two approvers, so that one can ask as well; a request expires within the day.
    private static Task<Company> StartAsync(string rule, string backEnd) => Rules.StartAsync(
        rule, backEnd, ("Access:Roles:Requester:5", "user:" + SandboxApp.Person("mei").ObjectId),
        ("Approvals:RemindAfter", "00:30:00"), ("Approvals:EscalateAfter", "01:00:00"), ("Approvals:ExpiresAfter", "02:00:00"));
}
