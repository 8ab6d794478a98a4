using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Dialogs;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("help")]
    [InlineData(" HELP ")]
    [InlineData("?")]
    [InlineData("/help")]
    public async Task Help_explains_and_asks_the_pending_question_again(string word)
    {
        await using var world = new DialogWorld(new Form());
        await world.Flow
            .Test("hi", "Name?")
            .Test(word, "I ask for a name and a place.").AssertReply("Name?").AssertNoReply()
            .Test("acme", "Place?")
            .Test(word, "I ask for a name and a place.").AssertReply("Place?")
            .Test("here", "acme, here")
            .StartTestAsync();
    }

    [Fact]
    public async Task Help_costs_no_attempt()
    {
        await using var world = new DialogWorld(new Form());
        await world.Flow
            .Test("hi", "Name?")
            .Test("x", "Not x (1).")
            .Send("help").AssertReplyContains("I ask").AssertReply("Name?")
            .Test("x", "Not x (2).")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("Quit")]
    [InlineData("/CANCEL")]
    public async Task Cancel_says_one_sentence_and_the_next_message_begins_afresh(string word)
    {
        await using var world = new DialogWorld(new Form());
        await world.Flow
            .Test("hi", "Name?").Test("acme", "Place?")
            .Test(word, "Cancelled.").AssertNoReply()
            .StartTestAsync();
        Assert.Equal(DialogTurnStatus.Cancelled, world.Last?.Status);
        Assert.Empty(world.Adapter.Store.State);
        await world.Flow.Test("hi", "Name?").StartTestAsync();
    }

    [Theory]
    [InlineData("help desk")]
    [InlineData("helpful")]
    [InlineData("cancel-1")]
    [InlineData("quit smoking")]
    public async Task An_answer_that_only_begins_like_it_is_an_answer(string answer)
    {
        await using var world = new DialogWorld(new Form());
        await world.Flow.Test("hi", "Name?").Test(answer, "Place?").Test("here", $"{answer}, here").StartTestAsync();
    }

    [Fact]
    public async Task In_a_group_the_mention_does_not_hide_the_word()
    {
        await using var world = new DialogWorld(new Form());
        await world.Flow.Test("hi", "Name?").Send(new Activity
        {
            Type = ActivityTypes.Message,
            Text = "<at>Bot</at> cancel",
            Entities = [new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = world.Adapter.Conversation.Bot }],
        }).AssertReply("Cancelled.").StartTestAsync();
    }

    [Fact]
    public async Task Cancel_inside_ends_the_dialog_outside_as_well_and_help_asks_the_innermost_question()
    {
        await using var world = new DialogWorld(
            new WaterfallDialog(
                "outer",
                (step, token) => step.BeginDialogAsync("form", cancellationToken: token),
                async (step, token) =>
                {
                    await step.Context.SendActivityAsync($"outer has {step.Result}", token);
                    return await step.EndDialogAsync(null, token);
                }),
            new Form());
        await world.Flow
            .Test("hi", "Name?")
            .Send("?").AssertReplyContains("I ask").AssertReply("Name?")
            .Test("cancel", "Cancelled.").AssertNoReply()
            .Test("hi", "Name?").Test("acme", "Place?")
            .Test("here", "acme, here").AssertReply("outer has done")
            .StartTestAsync();
        Assert.Empty(world.Adapter.Store.State);
    }

    [Fact]
    public async Task What_ran_on_top_of_a_question_is_followed_by_the_question()
    {
        var dialogs = new DialogSet(DialogState.CreateProperty(new Protocol.State.PrivateConversationState()))
            .Add(new Form())
            .Add(new TextPrompt("aside"));
        await using var adapter = new Protocol.Testing.TestAdapter(_ => new Testing.LambdaBot(async turn =>
        {
            var dc = await dialogs.CreateContextAsync(turn);
            if (turn.Activity.Text == "aside")
                await dc.PromptAsync("aside", PromptOptions.Ask("By the way?"));
            else if ((await dc.ContinueDialogAsync()).Status == DialogTurnStatus.Empty)
                await dc.BeginDialogAsync("form");
        }));
        await new Protocol.Testing.TestFlow(adapter)
            .Test("hi", "Name?").Test("aside", "By the way?").Test("fine", "Name?").Test("acme", "Place?")
            .StartTestAsync();
    }

    private sealed class Form : CancelAndHelpDialog
    {
        public Form() : base("form")
        {
            AddDialog(new WaterfallDialog("steps", AskNameAsync, AskPlaceAsync, EndAsync));
            AddDialog(new TextPrompt("name", NotXAsync));
            AddDialog(new TextPrompt("place"));
        }

        protected override Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
            innerDc.Context.SendActivityAsync("I ask for a name and a place.", cancellationToken);

        protected override Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
            innerDc.Context.SendActivityAsync("Cancelled.", cancellationToken);

        private static Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken token) =>
            step.PromptAsync("name", PromptOptions.Ask("Name?"), token);

        private static Task<DialogTurnResult> AskPlaceAsync(WaterfallStepContext step, CancellationToken token)
        {
            step.Values["name"] = (string)step.Result!;
            return step.PromptAsync("place", PromptOptions.Ask("Place?"), token);
        }

        private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken token)
        {
            await step.Context.SendActivityAsync($"{step.Values["name"]}, {step.Result}", token);
            return await step.EndDialogAsync("done", token);
        }

        private static Task<bool> NotXAsync(PromptValidatorContext<string> answer, CancellationToken token)
        {
            answer.Retry = Activity.Message($"Not x ({answer.AttemptCount}).");
            return Task.FromResult(answer.Recognized.Value != "x");
        }
    }
}
