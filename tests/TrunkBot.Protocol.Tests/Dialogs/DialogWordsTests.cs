using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Tests.Dialogs;

/// <summary>A bot whose people read another language gives the dialogs its words.</summary>
public sealed class DialogWordsTests
{
    [Theory]
    [InlineData("ja", "got True")]
    [InlineData("„Nein.“", "got False")]
    [InlineData("yes", "got True")]
    public async Task Yes_and_no_are_heard_in_both_languages(string said, string got)
    {
        await using var world = World(DialogWorld.Ask("confirm", PromptOptions.Ask("Sicher?")), new ConfirmPrompt("confirm"));
        await world.Flow.Test("hi", "Sicher?").Test("vielleicht", "Sicher?").Test(said, got).StartTestAsync();
    }

    [Fact]
    public async Task A_choice_is_heard_by_the_word_for_it()
    {
        await using var world = World(
            DialogWorld.Ask("choice", PromptOptions.Ask("Wohin?", null, new Choice("out"), new Choice("in")), found => $"got {((FoundChoice)found!).Value}"), new ChoicePrompt("choice"));
        await world.Flow.Test("hi", "Wohin?").Test("rein", "got in").StartTestAsync();
    }

    [Fact]
    public async Task The_button_of_a_suggestion_says_what_the_bot_calls_it_and_a_yes_takes_it()
    {
        await using var world = World(DialogWorld.Ask("text", PromptOptions.Ask("Name?")), new TextPrompt("text", (answer, _) =>
        {
            if (answer.Recognized.Value == "acme")
                return Task.FromResult(true);
            answer.Suggest("acme");
            return Task.FromResult(false);
        }));
        await world.Flow
            .Test("hi", "Name?")
            .Send("acne").AssertReply(reply => Assert.Equal(["Nimm es"], reply.SuggestedActions!.Actions!.Select(action => action.Title)))
            .Test("nein", "Name?")
            .Test("acne", "Name?")
            .Test("ja", "got acme")
            .StartTestAsync();
    }

    [Fact]
    public async Task What_is_a_text_stays_as_it_was_written()
    {
        await using var world = World(DialogWorld.Ask("text", PromptOptions.Ask("Name?")), new TextPrompt("text"));
        await world.Flow.Test("hi", "Name?").Test("ja", "got ja").StartTestAsync();
    }

    private static DialogWorld World(params Dialog[] dialogs) => new(new MemoryStore(), services => services.AddSingleton<IDialogWords, German>(), dialogs);

    private sealed class German : IDialogWords
    {
        public string UseIt => "Nimm es";

        public string InEnglish(string utterance) => utterance.ToLowerInvariant() switch
        {
            "ja" => "yes",
            "nein" => "no",
            "rein" => "in",
            _ => utterance,
        };
    }
}
