using TrunkBot.Tests.Policies;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What will happen? Who has to approve is said before the submit as soon as it can be told, also where there is nothing to warn of.</summary>
public sealed class WhoApprovesTests
{
    private const string Line = "/trunk new --name agents --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme";
    private const string One = "Needs 1 approval from another approver.";
    private const string Two = "Needs 2 approvals from other approvers. The rule direction: This trunk is outbound.";
    private const string TwoAreNeeded = "direction Direction=outbound Approvers=2";

    [Fact]
    public async Task A_form_that_is_filled_in_but_for_the_password_says_it_and_one_that_is_not_says_nothing_that_could_be_wrong()
    {
        await using var world = await Company.StartAsync();
        Assert.Contains("Nothing is created before somebody else has approved.", (await world.Riya.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("approval from another", (await world.Riya.SaysAsync("/trunk new --name agents --domain nonsense")).Text, StringComparison.Ordinal);
        Assert.Contains(One, (await world.Riya.SaysAsync(Line)).Text, StringComparison.Ordinal);

        await world.SetAsync(TwoAreNeeded);
        Assert.Contains(Two, (await world.Riya.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
        Assert.Contains(Two, (await world.Riya.ClicksAsync("Submit", inputs: Filled(world.Riya).With(("password", "")))).Text, StringComparison.Ordinal);
        var submitted = await world.Riya.ClicksAsync("Submit", inputs: Filled(world.Riya).With(("password", Sample.Password)));
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
        Assert.Contains("2 other approvers", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("direction: This trunk is outbound.", submitted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_that_is_filled_in_well_needs_one_click_and_its_answer_says_it()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        var submitted = await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        Assert.Contains("Who approves\n1 other approver", submitted.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Whoever_answers_one_by_one_reads_it_in_the_last_question(string channel)
    {
        await using var world = await Rules.StartAsync(TwoAreNeeded);
        var riya = world.Riya.On(channel);
        await riya.SaysAsync("/trunk new --chat");
        foreach (var answer in new[] { "agents", "acme.pstn.twilio.com", "outbound", "+14155550100" })
            Assert.DoesNotContain("approval from another", (await riya.SaysAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Contains(Two, (await riya.SaysAsync("acme")).Text, StringComparison.Ordinal);
        Assert.Contains(Two, (await riya.ClicksAsync("Submit", inputs: ("password", ""))).Text, StringComparison.Ordinal);
        Assert.Contains("2 other approvers", (await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task Where_there_are_warnings_the_question_whether_to_submit_anyway_says_it_too()
    {
        await using var world = await Rules.StartAsync(TwoAreNeeded);
        await world.Riya.SaysAsync($"{Line.Replace("+14155550100", "+1234567890", StringComparison.Ordinal)} --chat");
        var asked = await world.Riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Contains($"{Two} Submit anyway?", asked.Text, StringComparison.Ordinal);
        await world.Riya.SaysAsync("/cancel");

        await world.Riya.SaysAsync("/trunk new");
        Assert.Contains(Two, (await world.Riya.ClicksAsync("Submit", inputs: Filled(world.Riya).With())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_rule_refuses_and_that_nobody_can_approve_is_said_before_a_password_is_typed()
    {
        await using var world = await Rules.StartAsync("hosts-allowed Hosts:0=*.example.com");
        Assert.Contains("You can't ask for this. The rule hosts-allowed: The host acme.pstn.twilio.com isn't allowed.", (await world.Riya.SaysAsync(Line)).Text, StringComparison.Ordinal);
        Assert.Contains("The rule hosts-allowed: ", (await world.Riya.SaysAsync("/trunk new --chat")).Text, StringComparison.Ordinal);

        await using var roomless = await Company.StartAsync(new CompanyOptions { Settings = { ["Approvals:Room:ConversationId"] = "" } });
        Assert.Contains("your company has no approvals room", (await roomless.Riya.SaysAsync(Line)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_says_it_as_it_stands_and_as_it_would_be()
    {
        await using var world = await Rules.StartAsync("numbers-count Above=1 Approvers=3");
        await world.AskedAsync();
        Assert.Contains(One, (await world.Riya.SaysAsync("/trunk edit TR-1")).Text, StringComparison.Ordinal);
        var changed = Sample.Clean.But(("numbers", "+14155550100, +1234567890"), ("password", ""));
        Assert.Contains("Needs 3 approvals from other approvers", (await world.Riya.ClicksAsync("Submit changes", inputs: changed)).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Filled(Talker talker) => talker.CardWith("Submit").Card!.Value.Prefilled();
}
