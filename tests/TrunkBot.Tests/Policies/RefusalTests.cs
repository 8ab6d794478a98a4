using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.Shape;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>Why can't I? Whoever is refused by a rule reads its name and who can change it, wherever it stands in the way.</summary>
public sealed class RefusalTests
{
    private const string WhoChanges = "The people who run TrunkBot can change the rules.";

    private static readonly (string Id, string Value)[] s_values = Sample.Clean.But(("domain", "9.9.9.9"), ("numbers", "+14155550100, +14155550101"));

    // Each refuses the third of four requests for the same thing.
    private static readonly string[] s_settings =
    [
        "direction Direction=outbound Refuse=true", "countries Countries:0=US Refuse=true", "countries-allowed Countries:0=GB", "new-countries Refuse=true",
        "numbers-count Above=0 Refuse=true", "number-kinds Kinds:0=Ordinary Refuse=true", "unknown-carrier Refuse=true", "ip-literal Refuse=true",
        "hosts-allowed Hosts:0=*.pstn.twilio.com", "shared-credentials Refuse=true", "requests-per-day Most=2", "open-requests-per-person Most=2", "numbers-per-day Most=2",
        "trunks-per-tenant Most=2", "numbers-per-tenant Most=2",
    ];

    public static TheoryData<string> Settings => [.. s_settings];

    [Fact]
    public void Every_rule_is_tried() =>
        Listed.Same(Rules.All.Select(rule => rule.Name), s_settings.Select(setting => setting.Split(' ')[0]), "tests/TrunkBot.Tests/Policies/RefusalTests.cs: s_settings");

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_rule_is_named_at_the_submit_at_a_change_at_a_yes_at_break_glass_and_just_before_the_create(string setting)
    {
        var named = $"The rule {setting.Split(' ')[0]}: ";
        await using var world = await Company.StartAsync();
        for (var number = 1; number <= 3; number++)
            await world.Riya.AsksAsync(s_values);
        await world.Omar.SaysAsync("/trunk approve TR-3");
        await world.Omar.SaysAsync("/trunk approve TR-3");
        await world.Riya.AsksAsync(s_values);
        Assert.Equal((RequestState.Approved, RequestState.Pending), (await world.StateAsync(3), await world.StateAsync(4)));

        await world.SetAsync(setting);
        Assert.Equal((RequestState.Failed, 0), (await world.StateAsync(3), world.Posts()));
        Reads(world.Riya.Reads(), named, "Nothing was sent, because TR-3 no longer meets the rules.", WhoChanges, "ask again");

        Reads((await world.Omar.SaysAsync("/trunk approve TR-4")).Text, named, "TR-4 can't be approved now.", WhoChanges, "You can still reject it");
        Reads((await world.Omar.ClicksAsync("Approve", "room")).Text, named, "TR-4 can't be approved now.");
        Reads((await world.Ada.SaysAsync("/trunk push TR-4 the hotline is down")).Text, named, "that skips people, not rules", WhoChanges);
        await world.Riya.SaysAsync("/trunk edit TR-4");
        Reads((await world.Riya.ClicksAsync("Submit changes", inputs: s_values.But(("name", "sales agents")))).Text, named, "You can't ask for this", WhoChanges);
        Reads((await world.Riya.AsksAsync(s_values)).Text, named, "You can't ask for this.", WhoChanges, "What you entered is kept");
        Assert.Equal((RequestState.Pending, RequestState.Draft), (await world.StateAsync(4), await world.StateAsync(5)));
    }

    [Fact]
    public async Task A_create_waits_for_nobody_who_has_said_yes_to_less_than_the_rules_ask_for_now()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.SetAsync("direction Direction=outbound Approvers=2");
        Assert.Equal((RequestState.Failed, 0), (await world.StateAsync(), world.Posts()));
        Reads(
            world.Riya.Reads(), "Nothing was sent, because TR-1 no longer meets the rules. The rule direction: This trunk is outbound. "
            + "Needs 2 approvals from other approvers. Ask again.");
    }

    [Fact]
    public async Task What_an_Admin_has_pushed_through_skips_the_people_that_a_rule_asks_for_later()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Ada.SaysAsync("/trunk push TR-1 the hotline is down");
        await world.Ada.ClicksAsync("Push it through", inputs: ("reason", "the hotline is down"));
        await world.SetAsync("direction Direction=outbound Approvers=2");
        Assert.Equal((RequestState.Created, 1), (await world.StateAsync(), world.Posts()));
    }

    private static void Reads(string text, params string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
}
