using System.Globalization;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Dialogs;

public sealed class ChoicePromptTests
{
    [Theory]
    [InlineData("outbound", "outbound")]
    [InlineData("OUTBOUND", "outbound")]
    [InlineData("Inbound calls", "inbound")]
    [InlineData("in", "inbound")]
    [InlineData("two-way", "both")]
    [InlineData("1", "outbound")]
    [InlineData("(2)", "inbound")]
    [InlineData("3.", "both")]
    public async Task A_choice_is_known_by_value_title_synonym_and_number(string answer, string value)
    {
        await using var world = Direction();
        await world.Flow.Test("hi", "Which direction?").Test(answer, $"got {value}").StartTestAsync();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("out")]
    [InlineData("outbound please")]
    [InlineData("")]
    public async Task Anything_else_is_none(string answer)
    {
        await using var world = Direction();
        await world.Flow.Test("hi", "Which direction?").Test(answer, "One of the three.").StartTestAsync();
    }

    [Fact]
    public async Task Case_does_not_depend_on_the_machines_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try
        {
            await using var world = Direction();
            await world.Flow.Test("hi", "Which direction?").Test("INBOUND", "got inbound").StartTestAsync();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Every_choice_is_a_button_that_writes_its_value_and_buttons_come_again_with_the_question()
    {
        Action<Activity> offersThree = reply =>
        {
            Assert.Equal(["imBack", "imBack", "imBack"], reply.SuggestedActions!.Actions.Select(action => action.Type));
            Assert.Equal(["outbound", "Inbound calls", "both"], reply.SuggestedActions.Actions.Select(action => action.Title));
            Assert.Equal(["outbound", "inbound", "both"], reply.SuggestedActions.Actions.Select(action => action.Value!.Value.GetString()));
            Assert.Null(reply.SuggestedActions.To);
        };
        await using var world = Direction();
        await world.Flow.Send("hi").AssertReply(offersThree).Send("what").AssertReply(offersThree).StartTestAsync();
    }

    [Fact]
    public async Task In_a_group_only_the_person_who_is_asked_gets_buttons()
    {
        await using var world = Direction();
        world.Adapter.Conversation = world.Adapter.Conversation with { Conversation = new ConversationAccount { Id = "g", IsGroup = true } };
        await world.Flow.Send("hi").AssertReply(reply => Assert.Equal(["user-1"], reply.SuggestedActions!.To)).StartTestAsync();
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Y", true)]
    [InlineData("Sure!", true)]
    [InlineData("ok.", true)]
    [InlineData("NO", false)]
    [InlineData("n", false)]
    [InlineData("Nope.", false)]
    public async Task Yes_and_no_have_many_words(string answer, bool value)
    {
        await using var world = Confirm();
        await world.Flow
            .Send("hi").AssertReply(reply => Assert.Equal(["Yes", "No"], reply.SuggestedActions!.Actions.Select(action => action.Title)))
            .Test(answer, $"got {value}")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("yes but no")]
    [InlineData("")]
    public async Task Anything_else_is_neither_yes_nor_no(string answer)
    {
        await using var world = Confirm();
        await world.Flow.Test("hi", "Sure?").Test(answer, "Yes or no?").StartTestAsync();
    }

    [Theory]
    [InlineData("submit anyway", true)]
    [InlineData("Change", false)]
    [InlineData("yes", true)]
    public async Task A_question_may_bring_its_own_words_for_yes_and_no(string answer, bool value)
    {
        await using var world = new DialogWorld(
            DialogWorld.Ask("confirm", PromptOptions.Ask("Sure?", null, new Choice("Submit anyway"), new Choice("Change"))),
            new ConfirmPrompt("confirm"));
        await world.Flow.Test("hi", "Sure?").Test(answer, $"got {value}").StartTestAsync();
    }

    private static DialogWorld Direction() => new(
        DialogWorld.Ask(
            "choice",
            PromptOptions.Ask(
                "Which direction?", "One of the three.",
                new Choice("outbound"), new Choice("inbound", "in") { Title = "Inbound calls" }, new Choice("both", "two-way")),
            result => $"got {((FoundChoice)result!).Value}"),
        new ChoicePrompt("choice"));

    private static DialogWorld Confirm() => new(
        DialogWorld.Ask("confirm", PromptOptions.Ask("Sure?", "Yes or no?")), new ConfirmPrompt("confirm"));
}
