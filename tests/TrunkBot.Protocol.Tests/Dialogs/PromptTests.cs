using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public async Task A_question_expects_an_answer_and_its_value_is_the_result()
    {
        await using var world = Text();
        await world.Flow
            .Send("hi").AssertReply(reply => Assert.Equal(InputHints.ExpectingInput, reply.InputHint))
            .Test("  acme ", "got acme")
            .StartTestAsync();
    }

    [Fact]
    public async Task In_a_group_the_bots_mention_is_no_part_of_the_answer()
    {
        await using var world = Text();
        await world.Flow.Send("hi").AssertReply("Name?").Send(new Activity
        {
            Type = ActivityTypes.Message,
            Text = "<at>Bot</at> acme",
            Entities = [new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = world.Adapter.Conversation.Bot }],
        }).AssertReply("got acme").StartTestAsync();
    }

    [Fact]
    public async Task Nothing_is_no_answer_and_the_retry_prompt_says_so()
    {
        await using var world = Text();
        await world.Flow.Test("hi", "Name?").Test("   ", "A name, please.").Test("acme", "got acme").StartTestAsync();
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_question_is_asked_again()
    {
        await using var world = new DialogWorld(DialogWorld.Ask("text", PromptOptions.Ask("Name?")), new TextPrompt("text"));
        await world.Flow.Test("hi", "Name?").Test("", "Name?").StartTestAsync();
    }

    [Fact]
    public async Task A_card_submit_is_no_answer_and_costs_no_attempt()
    {
        List<int> attempts = [];
        await using var world = Text((answer, _) =>
        {
            attempts.Add(answer.AttemptCount);
            return Task.FromResult(true);
        });
        await world.Flow.Test("hi", "Name?").Submit().AssertNoReply().Test("acme", "got acme").StartTestAsync();
        Assert.Equal([1], attempts);
    }

    [Fact]
    public async Task A_question_without_a_prompt_is_not_asked_but_answered()
    {
        await using var world = new DialogWorld(
            DialogWorld.Ask("text", new PromptOptions { RetryPrompt = Activity.Message("Again?") }), new TextPrompt("text"));
        await world.Flow.Send("hi").AssertNoReply().Test("", "Again?").Test("acme", "got acme").StartTestAsync();
    }

    [Fact]
    public async Task A_validator_counts_attempts_and_may_tidy_the_value()
    {
        await using var world = Text((answer, _) =>
        {
            answer.Recognized.Value = answer.Recognized.Value.ToUpperInvariant();
            return Task.FromResult(answer.AttemptCount == 3);
        });
        await world.Flow
            .Test("hi", "Name?").Test("a", "A name, please.").Test("b", "A name, please.").Test("c", "got C")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_validator_may_say_what_is_wrong_with_this_very_answer()
    {
        await using var world = Text((answer, _) =>
        {
            answer.Retry = Activity.Message($"'{answer.Recognized.Value}' is taken. Choose another name.");
            return Task.FromResult(answer.Recognized.Value != "acme");
        });
        await world.Flow.Test("hi", "Name?").Test("acme", "'acme' is taken. Choose another name.").Test("acme2", "got acme2").StartTestAsync();
    }

    [Fact]
    public async Task A_validator_that_has_answered_itself_is_not_talked_over()
    {
        await using var world = Text(async (answer, token) =>
        {
            await answer.Context.SendActivityAsync("No.", token);
            return false;
        });
        await world.Flow.Test("hi", "Name?").Test("acme", "No.").AssertNoReply().StartTestAsync();
    }

    [Fact]
    public async Task From_the_third_wrong_answer_on_a_way_out_is_offered()
    {
        await using var world = new DialogWorld(
            DialogWorld.Ask("text", PromptOptions.Ask("Name?", "A name, please.")),
            new TextPrompt("text") { WayOut = () => "Or write cancel." });
        await world.Flow
            .Test("hi", "Name?")
            .Test("", "A name, please.").Test("", "A name, please.")
            .Test("", "A name, please. Or write cancel.").Test("", "A name, please. Or write cancel.")
            .StartTestAsync();
    }

    [Fact]
    public async Task One_prompt_serves_many_conversations_at_once()
    {
        await using var world = Text();
        await world.Flow.Test("hi", "Name?").Test("", "A name, please.").StartTestAsync();
        var riya = world.Adapter.Conversation;
        world.Adapter.Conversation = riya with { User = new ChannelAccount { Id = "omar" } };
        await world.Flow.Test("hi", "Name?").StartTestAsync();
        world.Adapter.Conversation = riya;
        await world.Flow.Test("acme", "got acme").StartTestAsync();
    }

    [Theory]
    [InlineData("+14155550100", "+14155550100")]
    [InlineData("+1 415 555 0100, (020) 7946-0018", "+1 415 555 0100|(020) 7946-0018")]
    [InlineData("1;2\n3\r\n4", "1|2|3|4")]
    [InlineData(" , 1 ,, 2 ;", "1|2")]
    public async Task Numbers_are_separated_by_comma_semicolon_or_line_break_and_blanks_belong_to_them(string text, string numbers)
    {
        await using var world = Numbers();
        await world.Flow.Test("hi", "Numbers?").Test(text, numbers).StartTestAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ;")]
    public async Task No_number_is_no_answer(string text)
    {
        await using var world = Numbers();
        await world.Flow.Test("hi", "Numbers?").Test(text, "One at least.").StartTestAsync();
    }

    private static DialogWorld Text(PromptValidator<string>? validator = null) => new(
        DialogWorld.Ask("text", PromptOptions.Ask("Name?", "A name, please.")), new TextPrompt("text", validator));

    private static DialogWorld Numbers() => new(
        DialogWorld.Ask(
            "numbers", PromptOptions.Ask("Numbers?", "One at least."), result => string.Join('|', (IReadOnlyList<string>)result!)),
        new NumberListPrompt("numbers"));
}
