using TrunkBot.Sandbox;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>The main job, question by question.</summary>
public sealed class WaterfallTests
{
    private static readonly (string Question, string Answer)[] s_questions =
    [
        ("What should the trunk be called?", "voice agents"),
        ("Which SIP host", "acme.pstn.twilio.com"),
        ("Which direction?", "outbound"),
        ("Which phone numbers?", "+1 415 555 0100"),
        ("Which username", "acme"),
    ];

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Questions_are_asked_until_the_answer_is_good_and_the_password_goes_into_a_masked_field(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);

        await riya.HearsAsync("/trunk new --chat", "What should the trunk be called?");
        await riya.HearsAsync("vo", "shorter than 3 characters");
        await riya.HearsAsync("voice agents", "Which SIP host");
        await riya.HearsAsync("sip:user@acme.pstn.twilio.com", "Did you mean “acme.pstn.twilio.com”?");
        await riya.HearsAsync("acme.pstn.twilio.com", "Which direction?");
        await riya.HearsAsync("sideways", "Choose a direction: inbound (calls to you) or outbound (calls you make).");
        await riya.HearsAsync("1", "Which phone numbers?");
        await riya.HearsAsync("call me", "letters");
        await riya.HearsAsync("4155550100", "country code");
        await riya.HearsAsync("+1 415 555 0100; +1 (415) 555-0101", "Which username");
        await riya.HearsAsync("acme inc", "space");
        var card = await riya.HearsAsync("acme", "Password (masked");
        Assert.Contains("voice agents", card.Text, StringComparison.Ordinal);

        var warned = await riya.HearsAsync("MySecret-Pass-99", "That looks like a password. I didn't save it");
        Assert.Contains("change it at your carrier", warned.Text, StringComparison.Ordinal);
        Assert.Contains("Password (masked", warned.Text, StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);

        var empty = await riya.ClicksAsync("Submit", inputs: ("password", ""));
        Assert.Contains("1 thing to change", empty.Text, StringComparison.Ordinal);
        var submitted = await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Contains("Waiting for an approver", submitted.Text, StringComparison.Ordinal);
        await riya.HearsAsync("hello", "What I can do");

        await world.RunDueJobsAsync();
        await world.Omar.ClicksAsync("Approve", "room");
        await world.RunDueJobsAsync();
        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("+14155550101", riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_wrong_answers_the_way_out_is_named()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --chat");
        await world.Riya.SaysAsync("a");
        await world.Riya.SaysAsync("b");
        await world.Riya.HearsAsync("c", "Or say cancel");
    }

    [Fact]
    public async Task Help_and_commands_are_answered_at_every_question_and_the_question_comes_again()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        await riya.SaysAsync("/trunk new --chat");
        foreach (var (question, answer) in s_questions.Append(("Password (masked", "")))
        {
            foreach (var (said, heard) in new[]
            {
                ("help", "say back for the one before"), ("?", "say back for the one before"), ("what?", "say back for the one before"), ("/help", "What I can do"), ("/whoami", "Your roles"),
                ("/trunk lst", "Did you mean /trunk list?"), ("trunk requests", "TR-1"), ("/trunk new --bogus", "There is no option --bogus"),
            })
            {
                var both = await riya.HearsAsync(said, heard);
                Assert.Single(both.Sent, sent => (sent.Text + Cards.Words(sent.Card)).Contains(question, StringComparison.Ordinal));
            }

            if (answer.Length > 0)
                await riya.SaysAsync(answer);
        }

        await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("Cancel")]
    [InlineData("quit")]
    [InlineData("/cancel")]
    public async Task Cancel_ends_the_questions_anywhere_and_keeps_what_was_entered(string word)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        for (var answered = 0; answered <= s_questions.Length; answered++)
        {
            await riya.SaysAsync("/trunk new --chat");
            var heard = await riya.HearsAsync(word, "Cancelled. What you entered is kept");
            Assert.Single(heard.Sent);
            await riya.HearsAsync(word, "There was nothing to cancel");
            if (answered == s_questions.Length)
                break;
            await riya.HearsAsync("/trunk new --chat", s_questions[answered].Question);
            await riya.SaysAsync(s_questions[answered].Answer);
        }

        Assert.Equal("acme", (await world.RequestAsync()).Fields.Username);
        Assert.Equal(RequestState.Draft, await world.StateAsync());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Changing_to_the_form_and_back_loses_nothing(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);
        await riya.SaysAsync("/trunk new --chat");
        await riya.SaysAsync("voice agents");
        await riya.SaysAsync("acme.pstn.twilio.com");

        var form = await riya.HearsAsync("/trunk new", "You started this draft earlier");
        var fields = form.Sent.Single().Card!.Value.Prefilled();
        Assert.Equal(("voice agents", "acme.pstn.twilio.com"), (fields["name"], fields["domain"]));

        var back = await riya.ClicksAsync("Ask me one by one",
            inputs: fields.With(("name", "voice agents 2"), ("direction", "inbound"), ("password", Sample.Password)));
        Assert.Contains("Which phone numbers?", back.Text, StringComparison.Ordinal);
        await riya.HearsAsync("+14155550100", "Which username");
        await riya.HearsAsync("acme", "already entered: leave empty to keep it");
        await riya.ClicksAsync("Submit", inputs: ("password", ""));

        var request = await world.RequestAsync();
        Assert.Equal(("voice agents 2", "inbound", "acme"), (request.Fields.Name, request.Fields.Direction, request.Fields.Username));
        Assert.NotEqual(RequestState.Cancelled, request.State);
        Assert.NotNull(request.ProtectedPassword);
    }

    [Fact]
    public async Task The_questions_go_on_where_they_were_after_the_bot_has_restarted()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya;
        await riya.SaysAsync("/trunk new --chat");
        for (var i = 0; i < s_questions.Length; i++)
        {
            if (i is 1 or 4)
                await world.RestartAsync();
            await riya.HearsAsync(s_questions[i].Answer, i + 1 < s_questions.Length ? s_questions[i + 1].Question : "Password (masked");
        }

        await world.RestartAsync();
        await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Warnings_are_confirmed_or_changed_before_anybody_is_asked(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);
        await riya.SaysAsync("/trunk new --chat --name twilio --domain example.pstn.twilio.com --direction outbound --number +1234567890 --username acme");
        var asked = await riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        Assert.Contains("Submit anyway? The approver will see", asked.Text, StringComparison.Ordinal);
        await riya.HearsAsync("perhaps", "Answer yes or no");
        var helped = await riya.HearsAsync("help", "Say yes to submit with the warnings");
        Assert.Contains("Submit anyway?", helped.Text, StringComparison.Ordinal);

        await riya.HearsAsync("no", "Change what you like and submit again");
        Assert.Equal(RequestState.Draft, await world.StateAsync());

        await riya.SaysAsync("/trunk new --chat");
        await riya.ClicksAsync("Submit", inputs: ("password", ""));
        await world.RestartAsync();
        await riya.HearsAsync("yes", "Waiting for an approver");
        await world.RunDueJobsAsync();
        Assert.Contains("Look at this before you decide", world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_in_the_group_does_not_answer_the_question()
    {
        await using var world = await Company.StartAsync(new() { Settings = { ["Access:Roles:Requester:1"] = "user:" + SandboxApp.Person("mei").ObjectId } });
        await world.Riya.SaysAsync("/trunk new --chat", "group");
        Assert.Empty((await world.Mei.SaysAsync("mei's name", "group")).Sent);
        await world.Mei.SaysAsync("/trunk new --chat", "group");
        await world.Mei.HearsAsync("mei's name", "Which SIP host", "group");
        await world.Riya.HearsAsync("riya's name", "Which SIP host", "group");
        await world.Riya.HearsAsync("/cancel", "Cancelled", "group");
        await world.Mei.HearsAsync("acme.pstn.twilio.com", "Which direction?", "group");

        Assert.Equal("riya's name", (await world.RequestAsync(1)).Fields.Name);
        Assert.Equal(("mei's name", "acme.pstn.twilio.com"), ((await world.RequestAsync(2)).Fields.Name, (await world.RequestAsync(2)).Fields.Domain));
    }

    [Fact]
    public async Task Questions_about_a_draft_that_has_ended_end_with_a_sentence()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --chat");
        await world.Riya.SaysAsync("/trunk cancel TR-1");
        await world.Riya.HearsAsync("voice agents", "was cancelled or submitted");
        await world.Riya.HearsAsync("voice agents", "I didn't understand that");

        await world.Riya.SaysAsync("/trunk new --chat");
        await world.PassAsync(TimeSpan.FromHours(25));
        await world.Riya.HearsAsync("voice agents", "was cancelled or submitted");
        Assert.Equal(RequestState.Expired, await world.StateAsync(2));
    }
}

file static class Hearing
{
    /// <summary>Says a line, and hears this among the answer.</summary>
    public static async Task<Heard> HearsAsync(this Talker talker, string says, string hears, string where = "personal")
    {
        var heard = await talker.SaysAsync(says, where);
        Assert.Contains(hears, heard.Text, StringComparison.OrdinalIgnoreCase);
        return heard;
    }
}
