using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>What people see of the rules: how many must approve and why, and what is refused.</summary>
public sealed class RulesAtWorkTests
{
    private static readonly CompanyOptions s_two = With(("Rule", "direction"), ("Direction", "outbound"), ("Approvers", "2"));

    [Fact]
    public async Task Two_approvers_are_asked_for_and_each_counts_once()
    {
        await using var world = await Company.StartAsync(s_two);
        var asked = await AskAsync(world);
        Assert.Contains("2 other approvers", asked, StringComparison.Ordinal);
        Assert.Contains("direction: This trunk is outbound.", asked, StringComparison.Ordinal);

        Assert.Contains("1 of 2 approvals", (await world.Omar.SaysAsync("/trunk approve TR-1 looks right")).Text, StringComparison.Ordinal);
        Assert.Contains("You already approved TR-1", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((RequestState.Pending, 0), (await world.StateAsync(), world.Posts()));
        Assert.Contains("looks right", world.Omar.Reads("room"), StringComparison.Ordinal);

        Assert.Contains("TR-1 is approved", (await world.Mei.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((RequestState.Created, 1), (await world.StateAsync(), world.Posts()));
    }

    [Fact]
    public async Task Two_at_the_same_instant_both_count()
    {
        await using var world = await Company.StartAsync(s_two);
        await AskAsync(world);
        await Task.WhenAll(
            Task.Run(() => world.Omar.SaysAsync("/trunk approve TR-1")), Task.Run(() => world.Mei.SaysAsync("/trunk approve TR-1")),
            Task.Run(() => world.Omar.SaysAsync("/trunk approve TR-1", "group")));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((RequestState.Created, 1), (await world.StateAsync(), world.Posts()));
        Assert.Equal(2, (await world.AuditAsync()).Count(act => act == "approved"));
    }

    [Fact]
    public async Task One_rejection_ends_it_after_an_approval()
    {
        await using var world = await Company.StartAsync(s_two);
        await AskAsync(world);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.Mei.SaysAsync("/trunk reject TR-1 not ours");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((RequestState.Rejected, 0), (await world.StateAsync(), world.Posts()));
    }

    [Fact]
    public async Task Rules_that_became_stricter_count_for_what_was_asked_before()
    {
        await using var world = await Company.StartAsync();
        await AskAsync(world);
        await world.RestartAsync([.. s_two.Settings.Select(setting => (setting.Key, setting.Value))]);
        Assert.Contains("1 of 2 approvals", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);

        await world.RestartAsync(("Policies:Rules:1:Rule", "countries-allowed"), ("Policies:Rules:1:Countries:0", "GB"));
        var refused = (await world.Mei.SaysAsync("/trunk approve TR-1")).Text;
        Assert.Contains("The rule countries-allowed: Only numbers of these countries are allowed: GB. Not allowed: +14155550100.", refused, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task An_Admin_is_needed_and_the_refusal_names_rule_and_role()
    {
        await using var world = await Company.StartAsync(With(("Rule", "direction"), ("Direction", "outbound"), ("Role", "Admin")));
        await AskAsync(world);
        var refused = (await world.Omar.SaysAsync("/trunk approve TR-1")).Text;
        Assert.Contains("The rule direction: This trunk is outbound. You need the role Admin", refused, StringComparison.Ordinal);
        Assert.Contains("TR-1 is approved", (await world.Ada.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reaches_the_days_limit_and_may_ask_again_the_next_day()
    {
        await using var world = await Company.StartAsync(With(("Rule", "requests-per-day"), ("Most", "1")));
        await AskAsync(world);
        await world.Riya.SaysAsync("/trunk new");
        (string, string)[] other = [("name", "second"), ("domain", "other.pstn.twilio.com"), ("direction", "outbound"), ("numbers", "+14155550111"), ("username", "second"), ("password", Sample.Password)];
        var refused = (await world.Riya.ClicksAsync("Submit", inputs: other)).Text;
        Assert.Contains("The rule requests-per-day: One person can ask for 1 trunk in 24 hours", refused, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync(2));

        world.Clock.Advance(TimeSpan.FromHours(24));
        await world.Riya.SaysAsync("/trunk new");
        var heard = await world.Riya.ClicksAsync("Submit", inputs: other);
        Assert.Contains("Waiting for an approver", heard.Text, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(Company world)
    {
        await world.Riya.SaysAsync("/trunk new");
        var heard = await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        return heard.Text;
    }

    private static CompanyOptions With(params (string Key, string Value)[] rule) =>
        new() { Settings = rule.ToDictionary(pair => $"Policies:Rules:0:{pair.Key}", string? (pair) => pair.Value) };
}
