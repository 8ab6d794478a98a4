using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>A question that waits: the room is reminded, a second group is asked, and it expires; whatever becomes of process and clock.</summary>
public abstract class ClockTests(string backEnd)
{
    [Fact]
    public async Task The_room_is_reminded_after_a_day_and_every_day_until_somebody_decides()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();

        await world.PassAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, Reminders(world));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Reminders(world));
        Assert.Contains("TR-1 has waited for 24 hours", world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("Without a decision it expires in 6 days.", world.Omar.Reads("room"), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, Reminders(world));

        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, Reminders(world));
    }

    [Fact]
    public async Task A_restart_loses_no_clock_and_what_is_late_happens_at_once_and_once()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        world.Clock.Advance(TimeSpan.FromDays(2.5));
        await world.RestartAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(1, Reminders(world));

        world.Clock.Advance(TimeSpan.FromDays(5));
        await world.RestartAsync();
        Assert.Equal(RequestState.Expired, await world.StateAsync());
        Assert.Equal(1, Reminders(world));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_reminds_nobody_twice_and_loses_nothing()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, Reminders(world));

        world.Clock.AdjustTime(world.Clock.GetUtcNow() - TimeSpan.FromHours(12));
        await world.PassAsync(TimeSpan.FromHours(12));
        Assert.Equal(1, Reminders(world));
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, Reminders(world));
        await world.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
    }

    [Fact]
    public async Task After_three_days_a_second_group_gets_the_card_and_both_read_the_outcome()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var settings = world.Sandbox.BotSettings(1, "x");
        await world.RestartAsync(
            ("Approvals:EscalationRoom:ConversationId", world.Sandbox.Channel.ConversationId("teams-room", "omar", "msteams")),
            ("Approvals:EscalationRoom:TenantId", settings["Approvals:Room:TenantId"]),
            ("Approvals:EscalationRoom:ServiceUrl", settings["Approvals:Room:ServiceUrl"]));
        await world.AskedAsync();
        await world.PassAsync(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(world.Omar.Sees("teams-room"), sent => sent.Card is not null);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("it's now shown in a second room too", world.Omar.Reads("room"), StringComparison.Ordinal);

        await world.Mei.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Created, await world.StateAsync());
        foreach (var room in new[] { "room", "teams-room" })
            Assert.Contains("Created.", Cards.Words(world.Omar.Sees(room).Last(sent => sent.Card is not null).Card), StringComparison.Ordinal);
        Assert.Contains("escalated", await world.AuditAsync());
    }

    [Theory]
    [InlineData("Approvals:RemindAfter", "3.00:00:00", "Approvals:RemindAfter must be shorter than Approvals:EscalateAfter")]
    [InlineData("Approvals:ExpiresAfter", "2.00:00:00", "Approvals:EscalateAfter must be shorter than Approvals:ExpiresAfter")]
    public async Task Clocks_that_would_ring_in_the_wrong_order_stop_the_start(string setting, string value, string sentence)
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = { [setting] = value } });
        });
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    private static int Reminders(Company world) => world.Omar.Sees("room").Count(sent => sent.Text?.Contains("has waited for", StringComparison.Ordinal) == true);
}

public sealed class ClockOnSqliteTests() : ClockTests("Sqlite");

public sealed class ClockOnPostgresTests() : ClockTests("Postgres");
