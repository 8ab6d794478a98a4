using System.Text.Json;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>At a question, the words of its buttons and what anybody says to get out of it are orders, not values.</summary>
public sealed class OrdersInQuestionsTests
{
    private static readonly string[] s_answers = ["voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme"];

    private const string Warned = "That looks like a password";

    private static readonly (string Said, string Hears)[] s_orders =
    [
        ("Start over", "Your draft is deleted"),
        ("start over", "New SIP trunk"),
        ("back", "The username is acme now. Which username"),
        ("Back", "Which username"),
        ("go back", "Which username"),
        ("cancel", "Cancelled. What you entered is kept"),
        ("\"cancel\"", "Cancelled. What you entered is kept"),
        ("*cancel*", "Cancelled. What you entered is kept"),
        ("Cancel.", "Cancelled. What you entered is kept"),
        ("stop", "Cancelled. What you entered is kept"),
        ("never mind", "Cancelled. What you entered is kept"),
        ("help", "say back for the one before"),
        ("help me", "say back for the one before"),
        ("what?", "say back for the one before"),
        ("?", "say back for the one before"),
        ("trunk list", "no trunks yet"),
        ("list", "no trunks yet"),
        ("my requests", "TR-1"),
        ("TR-1", "TR-1: voice agents"),
        ("new trunk", "You started this draft earlier"),
        ("Submit", "Enter the password in the card's field"),
        ("Password by one-time page", "Enter the password in the card's field"),
        ("skip", "Enter the password in the card's field"),
        ("yes", "Enter the password in the card's field"),
        ("ok", "Enter the password in the card's field"),
        ("which password do you mean?", "Enter the password in the card's field"),
    ];

    [Fact]
    public async Task At_the_password_only_what_is_no_order_is_taken_for_a_password()
    {
        await using var world = await Company.StartAsync();
        foreach (var (said, hears) in s_orders)
        {
            await AtThePasswordAsync(world.Riya);
            var heard = await world.Riya.SaysAsync(said);
            Assert.True(heard.Text.Contains(hears, StringComparison.Ordinal), $"“{said}” is answered “{heard.Text}”, without “{hears}”.");
            Assert.False(heard.Text.Contains(Warned, StringComparison.Ordinal), $"“{said}” is taken for a password.");
            world.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await AtThePasswordAsync(world.Riya);
        Assert.Contains(Warned, (await world.Riya.SaysAsync("MySecret-Pass-99")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_about_a_typed_password_fits_the_place()
    {
        await using var world = await Company.StartAsync();
        await AtThePasswordAsync(world.Riya);
        var alone = await world.Riya.SaysAsync("MySecret-Pass-99");
        Assert.Contains($"{Warned}. I didn't save it, but it's still in this chat, so change it at your carrier.", alone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("everybody", alone.Text, StringComparison.Ordinal);

        await AtThePasswordAsync(world.Riya, "group");
        var among = await world.Riya.SaysAsync("MySecret-Pass-99", "group");
        Assert.Contains($"{Warned}. I didn't save it, but everybody here can read it, so change it at your carrier.", among.Text, StringComparison.Ordinal);
        Assert.Contains("it's still in this chat", (await world.Riya.SaysAsync("/trunk new --password MySecret-Pass-99")).Text, StringComparison.Ordinal);
        Assert.Contains("everybody here can read it", (await world.Riya.SaysAsync("/trunk new --password MySecret-Pass-99", "group")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_goes_to_the_question_before_from_every_question_and_what_was_answered_can_be_kept()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        await HearsAsync(riya, "/trunk new --chat", "What should the trunk be called?");
        await HearsAsync(riya, "back", "This is the first question");
        await HearsAsync(riya, "voice agents", "Which SIP host");
        await HearsAsync(riya, "back", "The name is voice agents now. ");
        await HearsAsync(riya, "other agents", "Which SIP host");
        await HearsAsync(riya, "acme.pstn.twilio.com", "Which direction?");
        await HearsAsync(riya, "Back", "The host is acme.pstn.twilio.com now. ");
        await HearsAsync(riya, "Keep it", "Which direction?");
        await HearsAsync(riya, "outbound", "Which phone numbers?");
        await HearsAsync(riya, "back", "The direction is outbound now. ");
        await HearsAsync(riya, "inbound", "Which phone numbers?");
        await HearsAsync(riya, "+14155550100", "Which username");
        await HearsAsync(riya, "back", "+14155550100");
        await HearsAsync(riya, "skip", "Which username");
        await HearsAsync(riya, "acme", "Password (masked");
        await world.RestartAsync();
        await HearsAsync(riya, "back", "The username is acme now. ");
        await HearsAsync(riya, "keep it", "Password (masked");
        var fields = (await world.RequestAsync()).Fields;
        Assert.Equal(("other agents", "acme.pstn.twilio.com", "inbound", "acme"), (fields.Name, fields.Domain, fields.Direction, fields.Username));
    }

    [Fact]
    public async Task Words_of_orders_are_a_value_at_no_question()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        await riya.SaysAsync("/trunk new --chat");
        foreach (var (answer, question) in s_answers.Zip(["be called?", "Which SIP host", "irection", "Which phone numbers?", "Which username"]))
        {
            foreach (var word in new[] { "what?", "skip", "yes", "no", "use it", "help", "?", "why?", "Yes.", "\"no\"" })
            {
                Assert.Contains(question, (await riya.SaysAsync(word)).Text, StringComparison.Ordinal);
                world.Clock.Advance(TimeSpan.FromSeconds(2));
            }

            await riya.SaysAsync(answer);
        }

        var fields = (await world.RequestAsync()).Fields;
        Assert.Equal(
            ("voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme"),
            (fields.Name, fields.Domain, fields.Direction, fields.Numbers?.Replace(" ", "", StringComparison.Ordinal), fields.Username));
    }

    [Fact]
    public async Task A_yes_takes_what_was_suggested()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        foreach (var yes in new[] { "yes", "Yes.", "use it", "Use it", "ok" })
        {
            await riya.SaysAsync("/trunk new --start-over --chat --name voice");
            var asked = await HearsAsync(riya, "sip:user@acme.pstn.twilio.com", "Did you mean");
            Assert.Contains("Use it", Suggested(asked));
            await HearsAsync(riya, yes, "Which direction?");
            await HearsAsync(riya, "back", "acme.pstn.twilio.com");
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task A_no_asks_the_question_again_and_the_suggestion_is_gone()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        await riya.SaysAsync("/trunk new --chat --name voice");
        await HearsAsync(riya, "sip:user@acme.pstn.twilio.com", "Did you mean");
        var again = await HearsAsync(riya, "no", "Which SIP host");
        Assert.DoesNotContain("Use it", Suggested(again));
        await HearsAsync(riya, "yes", "Which SIP host");
        await HearsAsync(riya, "acme.pstn.twilio.com", "Which direction?");
    }

    [Fact]
    public async Task The_questions_have_their_orders_as_buttons_in_a_chat_and_on_a_card_in_a_Teams_group()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --chat");
        Assert.Equal(["Back"], Suggested(await world.Riya.SaysAsync("voice agents")));
        Assert.Equal(["Outbound", "Inbound", "Back"], Suggested(await world.Riya.SaysAsync("acme.pstn.twilio.com")));

        await world.Riya.SaysAsync("/trunk new --chat", "group");
        await world.Riya.SaysAsync("voice agents", "group");
        Assert.Contains("Which direction?", (await world.Riya.SaysAsync("acme.pstn.twilio.com", "group")).Text, StringComparison.Ordinal);
        Assert.Contains("Which SIP host", (await world.Riya.ClicksAsync("Back", "group")).Text, StringComparison.Ordinal);
        Assert.Contains("Which direction?", (await world.Riya.ClicksAsync("Keep it", "group")).Text, StringComparison.Ordinal);
        Assert.Contains("Which phone numbers?", (await world.Riya.ClicksAsync("Inbound", "group")).Text, StringComparison.Ordinal);
        Assert.Equal("inbound", (await world.RequestAsync(2)).Fields.Direction);
    }

    [Fact]
    public async Task The_password_card_has_a_way_back()
    {
        await using var world = await Company.StartAsync();
        await AtThePasswordAsync(world.Riya);
        Assert.Contains("Which username", (await world.Riya.ClicksAsync("Back")).Text, StringComparison.Ordinal);
        await HearsAsync(world.Riya, "acme-2", "Password (masked");
        await world.Riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Equal(("acme-2", RequestState.Pending), ((await world.RequestAsync()).Fields.Username, await world.StateAsync()));
    }

    private static async Task AtThePasswordAsync(Talker riya, string where = "personal")
    {
        await riya.SaysAsync("/trunk new --start-over --chat", where);
        foreach (var answer in s_answers)
            await riya.SaysAsync(answer, where);
    }

    private static async Task<Heard> HearsAsync(Talker talker, string says, string hears)
    {
        var heard = await talker.SaysAsync(says);
        Assert.Contains(hears, heard.Text, StringComparison.Ordinal);
        return heard;
    }

    private static IReadOnlyList<string> Suggested(Heard heard) =>
        [.. heard.Sent.Where(sent => sent.Activity is { } activity && activity.TryGetProperty("suggestedActions", out _))
            .SelectMany(sent => Titles(sent.Activity!.Value.GetProperty("suggestedActions")))];

    private static IEnumerable<string> Titles(JsonElement suggested) =>
        suggested.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!);
}
