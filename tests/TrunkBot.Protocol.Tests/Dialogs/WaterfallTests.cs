using System.Text.Json.Nodes;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Dialogs;

public sealed class WaterfallTests
{
    [Fact]
    public async Task Each_message_moves_on_by_one_step_and_the_last_result_is_the_dialogs()
    {
        await using var world = new DialogWorld(Counting(3));
        await world.Flow
            .Test("a", "step 0: ")
            .Test("b", "step 1: b")
            .Test("c", "step 2: c")
            .Send("d").AssertNoReply()
            .StartTestAsync();
        Assert.Equal(new DialogTurnResult(DialogTurnStatus.Complete, "d"), world.Last);
        Assert.Empty(world.Adapter.Store.State);
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Typing)]
    public async Task Only_messages_move_it_on(string type)
    {
        await using var world = new DialogWorld(Counting(3));
        await world.Flow
            .Test("a", "step 0: ")
            .Send(new Activity { Type = type, Name = "ContinueConversation" }).AssertNoReply()
            .Test("b", "step 1: b")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_card_submit_brings_no_text()
    {
        object? result = "unset";
        await using var world = new DialogWorld(new WaterfallDialog(
            "w",
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
            (step, _) =>
            {
                result = step.Result;
                return Task.FromResult(Dialog.EndOfTurn);
            }));
        await world.Flow.Send("a").Submit().StartTestAsync();
        Assert.Null(result);
    }

    [Fact]
    public async Task Next_goes_on_in_the_same_turn_with_a_result()
    {
        List<string> seen = [];
        WaterfallStep note = (step, token) =>
        {
            seen.Add($"{step.Index} {step.Reason} {step.Result}");
            return step.NextAsync((step.Result as int? ?? 0) + 1, token);
        };
        await using var world = new DialogWorld(new WaterfallDialog("w", note, note, note));
        await world.Flow.Send("a").StartTestAsync();
        Assert.Equal(["0 BeginCalled ", "1 NextCalled 1", "2 NextCalled 2"], seen);
        Assert.Equal(3, world.Last?.Result);
    }

    [Fact]
    public async Task A_step_goes_on_once()
    {
        await using var world = new DialogWorld(new WaterfallDialog("w", async (step, token) =>
        {
            await step.NextAsync(null, token);
            return await step.NextAsync(null, token);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Flow.Send("a").StartTestAsync());
    }

    [Fact]
    public async Task Steps_remember_values_and_options_from_turn_to_turn()
    {
        await using var world = new DialogWorld(new WaterfallDialog(
            "w",
            (step, _) =>
            {
                step.Values["name"] = $"{step.Options!["carrier"]}-1";
                return Task.FromResult(Dialog.EndOfTurn);
            },
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"{step.Values["name"]} at {step.Options!["carrier"]}", token);
                return await step.EndDialogAsync(null, token);
            }))
        {
            Options = new JsonObject { ["carrier"] = "acme" },
        };
        await world.Flow.Send("a").Test("b", "acme-1 at acme").StartTestAsync();
    }

    [Fact]
    public async Task The_result_of_a_dialog_that_a_step_began_comes_to_the_next_step()
    {
        await using var world = new DialogWorld(
            new WaterfallDialog(
                "outer",
                (step, token) => step.BeginDialogAsync("inner", cancellationToken: token),
                async (step, token) =>
                {
                    await step.Context.SendActivityAsync($"{step.Reason} {step.Result}", token);
                    return await step.EndDialogAsync(null, token);
                }),
            new WaterfallDialog("inner", (_, _) => Task.FromResult(Dialog.EndOfTurn)));
        await world.Flow.Send("a").Test("b", "EndCalled b").StartTestAsync();
    }

    [Fact]
    public async Task Replace_puts_another_dialog_in_its_place_and_resumes_nobody()
    {
        await using var world = new DialogWorld(
            new WaterfallDialog("first", (step, token) => step.ReplaceDialogAsync("second", cancellationToken: token)),
            Counting(1, "second"));
        await world.Flow.Test("a", "step 0: ").Send("b").AssertNoReply().StartTestAsync();
        Assert.Equal(DialogTurnStatus.Complete, world.Last?.Status);
    }

    [Fact]
    public async Task Cancel_all_leaves_nothing_and_the_next_message_begins_afresh()
    {
        await using var world = new DialogWorld(
            new WaterfallDialog("first", (step, token) => step.BeginDialogAsync("second", cancellationToken: token)),
            new WaterfallDialog(
                "second",
                async (step, token) =>
                {
                    await step.Context.SendActivityAsync("asked", token);
                    return Dialog.EndOfTurn;
                },
                (step, token) => step.CancelAllDialogsAsync(token)));
        await world.Flow.Test("a", "asked").Send("b").AssertNoReply().StartTestAsync();
        Assert.Equal(DialogTurnStatus.Cancelled, world.Last?.Status);
        Assert.Empty(world.Adapter.Store.State);
        await world.Flow.Test("c", "asked").StartTestAsync();
    }

    [Fact]
    public async Task A_dialog_belongs_to_one_person_and_others_in_the_group_do_not_answer_it()
    {
        await using var world = new DialogWorld(Counting(3));
        await world.Flow.Test("a", "step 0: ").StartTestAsync();
        var omar = new Activity { Type = ActivityTypes.Message, Text = "hi", From = new ChannelAccount { Id = "omar" } };
        await world.Flow.Send(omar).AssertReply("step 0: ").Test("b", "step 1: b").StartTestAsync();
    }

    [Fact]
    public void Two_dialogs_cannot_have_one_id() =>
        Assert.Throws<ArgumentException>(() => new DialogSet().Add(Counting(1)).Add(Counting(2)));

    [Fact]
    public async Task What_is_stored_is_small_plain_and_names_no_type()
    {
        await using var world = new DialogWorld(
            DialogWorld.Ask("text", PromptOptions.Ask("Name?", "A name, please.")), new TextPrompt("text"));
        await world.Flow.Send("a").StartTestAsync();
        Assert.Equal(
            """
            {"dialogs":{"stack":[{"id":"text","state":{"options":{"prompt":{"type":"message","text":"Name?","textFormat":"plain"},"retryPrompt":{"type":"message","text":"A name, please.","textFormat":"plain"}},"attemptCount":0}},{"id":"ask","version":"ask:2","state":{"stepIndex":0}}]}}
            """,
            Assert.Single(world.Adapter.Store.State).Value);
    }

    private static WaterfallDialog Counting(int steps, string id = "w") => new(id, [.. Enumerable.Repeat<WaterfallStep>(
        async (step, token) =>
        {
            await step.Context.SendActivityAsync($"step {step.Index}: {step.Result}", token);
            return Dialog.EndOfTurn;
        },
        steps)]);
}
