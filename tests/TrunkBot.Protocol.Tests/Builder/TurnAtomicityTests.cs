using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;
using TrunkBot.Protocol.Testing;
using TrunkBot.Protocol.Tests.State;
using TrunkBot.Protocol.Tests.Testing;

namespace TrunkBot.Protocol.Tests.Builder;

public sealed class TurnAtomicityTests
{
    private static readonly ConversationState s_state = new();
    private static readonly IStatePropertyAccessor<Counter> s_count = s_state.CreateProperty("count", CounterJson.Default.Counter);

    [Fact]
    public async Task A_turn_that_throws_stores_nothing_and_sends_nothing()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            await CountAsync(turn);
            throw new InvalidTimeZoneException("half way");
        }));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => adapter.ProcessActivityAsync(adapter.MakeMessage("go")));
        Assert.Empty(adapter.Sent);
        Assert.Empty(adapter.Store.State);
        Assert.Equal(0, adapter.Store.Commits);
    }

    [Fact]
    public async Task After_a_turn_that_threw_the_same_activity_is_served()
    {
        var broken = true;
        await using var adapter = new TestAdapter(_ => new LambdaBot(turn =>
            broken ? throw new InvalidTimeZoneException("database down") : CountAsync(turn)));
        var message = adapter.MakeMessage("go");
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => adapter.ProcessActivityAsync(message));
        broken = false;
        Assert.Equal(200, (await adapter.ProcessActivityAsync(message)).Status);
        Assert.Equal("1", adapter.GetNextReply()?.Text);
    }

    [Fact]
    public async Task A_redelivered_message_posts_nothing_new()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(CountAsync));
        var message = adapter.MakeMessage("go");
        await adapter.ProcessActivityAsync(message);
        Assert.Equal(200, (await adapter.ProcessActivityAsync(message)).Status);
        Assert.Single(adapter.Sent);
        Assert.Equal(1, adapter.Store.Commits);
    }

    [Fact]
    public async Task A_redelivered_invoke_gets_the_same_status_and_body()
    {
        var runs = 0;
        await using var adapter = new TestAdapter(_ => new LambdaBot(turn =>
        {
            turn.InvokeResponse = InvokeResponse.Of(AdaptiveCardInvokeResponse.Message($"run {++runs}"));
            return Task.CompletedTask;
        }));
        var click = new Activity { Type = ActivityTypes.Invoke, Name = InvokeNames.AdaptiveCardAction, Id = "f:1" };
        var first = await adapter.ProcessActivityAsync(click);
        var second = await adapter.ProcessActivityAsync(click);
        Assert.Equal(1, runs);
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Body!.Value.GetRawText(), second.Body!.Value.GetRawText());
    }

    [Fact]
    public async Task A_redelivery_after_a_crash_sends_what_had_not_left_and_does_nothing_else()
    {
        await using var before = new TestAdapter(_ => new LambdaBot(CountAsync)) { LosesReplies = true };
        var message = before.MakeMessage("go");
        await before.ProcessActivityAsync(message);
        Assert.Empty(before.Sent);

        await using var after = new TestAdapter(_ => new LambdaBot(CountAsync), before.Store);
        await after.ProcessActivityAsync(message);
        Assert.Equal("1", after.GetNextReply()?.Text);
        await after.ProcessActivityAsync(message);
        Assert.Null(after.GetNextReply());
        Assert.Equal(1, after.Store.Commits);
    }

    [Fact]
    public async Task One_activity_delivered_five_times_in_parallel_has_one_effect()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(CountAsync));
        var message = adapter.MakeMessage("go");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => adapter.ProcessActivityAsync(message))));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(adapter.Sent);
        Assert.Equal("""{"count":{"value":1}}""", Assert.Single(adapter.Store.State).Value);
    }

    [Fact]
    public async Task One_activity_delivered_to_two_processes_at_once_has_one_effect()
    {
        var store = new MemoryStore();
        var meeting = new Meeting(2);
        Func<ITurnContext, Task> turn = async context =>
        {
            await CountAsync(context);
            await meeting.ArriveAsync();
        };
        await using var one = new TestAdapter(_ => new LambdaBot(turn), store);
        await using var two = new TestAdapter(_ => new LambdaBot(turn), store);
        var message = one.MakeMessage("go");
        await Task.WhenAll(one.ProcessActivityAsync(message), two.ProcessActivityAsync(message));
        Assert.Single(one.Sent.Concat(two.Sent));
        Assert.Equal(1, store.Commits);
    }

    [Fact]
    public async Task A_turn_that_lost_a_race_for_state_runs_again_and_nothing_of_the_lost_run_leaves()
    {
        var store = new MemoryStore();
        var meeting = new Meeting(2);
        Func<ITurnContext, Task> turn = async context =>
        {
            await CountAsync(context);
            await meeting.ArriveAsync();
        };
        await using var one = new TestAdapter(_ => new LambdaBot(turn), store);
        await using var two = new TestAdapter(_ => new LambdaBot(turn), store);
        var (first, second) = (one.MakeMessage("a"), one.MakeMessage("b"));
        await Task.WhenAll(one.ProcessActivityAsync(first), two.ProcessActivityAsync(second));
        Assert.Equal("""{"count":{"value":2}}""", Assert.Single(store.State).Value);
        Assert.Equal(["1", "2"], one.Sent.Concat(two.Sent).Select(sent => sent.Activity.Text).Order());
    }

    [Fact]
    public async Task A_hundred_who_race_for_one_row_on_two_processes_are_all_served()
    {
        var (store, count) = (new MemoryStore(), new UserState().CreateProperty("count", CounterJson.Default.Counter));
        Func<ITurnContext, Task> turn = async context =>
        {
            var counted = await count.GetAsync(context) ?? new Counter();
            for (var others = 0; others < 100; others++)
                await Task.Yield();
            counted.Value++;
            await count.SetAsync(context, counted);
        };
        await using var one = new TestAdapter(provider => new LambdaBot(turn), store);
        await using var two = new TestAdapter(provider => new LambdaBot(turn), store);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).ProcessActivityAsync(
            new Activity { Type = ActivityTypes.Message, Id = $"a-{i}", Conversation = new ConversationAccount { Id = $"c-{i}" } }))));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal("""{"count":{"value":100}}""", Assert.Single(store.State).Value);
    }

    [Fact]
    public async Task A_turn_that_runs_again_sees_the_activity_as_it_came()
    {
        var store = new MemoryStore();
        var meeting = new Meeting(2);
        var seen = new System.Collections.Concurrent.ConcurrentBag<string?>();
        Func<ITurnContext, Task> turn = async context =>
        {
            seen.Add(context.Activity.Text);
            context.Activity.Text += "!";
            await CountAsync(context);
            await meeting.ArriveAsync();
        };
        await using var one = new TestAdapter(_ => new LambdaBot(turn), store);
        await using var two = new TestAdapter(_ => new LambdaBot(turn), store);
        await Task.WhenAll(one.ProcessActivityAsync(one.MakeMessage("a")), two.ProcessActivityAsync(two.MakeMessage("a")));
        Assert.All(seen, text => Assert.Equal("a", text));
    }

    [Fact]
    public async Task Who_loses_every_race_is_told_so_and_nothing_has_happened()
    {
        var store = new MemoryStore();
        await using var rival = new TestAdapter(_ => new LambdaBot(CountAsync), store);
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            await CountAsync(turn);
            await rival.ProcessActivityAsync(rival.MakeMessage("faster"));
        }), store);
        await Assert.ThrowsAsync<TurnContentionException>(
            () => adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "slow", Text = "slow" }));
        Assert.Empty(adapter.Sent);
    }

    [Fact]
    public async Task A_turn_whose_reads_do_not_fit_together_runs_again_from_the_start()
    {
        var runs = 0;
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            await CountAsync(turn);
            if (++runs < 3)
                throw new StaleReadException("somebody was faster between two reads");
        }));
        Assert.Equal(200, (await adapter.ProcessActivityAsync(adapter.MakeMessage("go"))).Status);
        Assert.Equal("1", adapter.GetNextReply()?.Text);
        Assert.Equal((3, 1), (runs, adapter.Store.Commits));
    }

    [Fact]
    public async Task Reads_that_never_fit_together_are_an_error_like_any_other()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(_ => throw new StaleReadException("never")));
        await Assert.ThrowsAsync<StaleReadException>(() => adapter.ProcessActivityAsync(adapter.MakeMessage("go")));
        Assert.Empty(adapter.Sent);
    }

    [Fact]
    public async Task Turns_of_one_conversation_wait_for_each_other()
    {
        var (inside, most) = (0, 0);
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            await CountAsync(turn);
            Interlocked.Decrement(ref inside);
        }));
        var messages = Enumerable.Range(0, 20).Select(i => adapter.MakeMessage($"{i}")).ToArray();
        await Task.WhenAll(messages.Select(message => Task.Run(() => adapter.ProcessActivityAsync(message))));
        Assert.Equal(1, most);
        Assert.Equal(20, adapter.Store.Commits);
    }

    [Fact]
    public async Task Expected_replies_travel_in_the_answer_and_only_there()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            await turn.SendActivityAsync("one");
            await turn.SendActivityAsync("two");
            await turn.DeleteActivityAsync("old");
        }));
        var message = adapter.MakeMessage("go");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        var answer = await adapter.ProcessActivityAsync(message);
        var replies = answer.Body!.Value.GetProperty("activities").EnumerateArray().Select(reply => reply.GetProperty("text").GetString());
        Assert.Equal(["one", "two"], replies);
        Assert.Equal(ConnectorOperation.Delete, Assert.Single(adapter.Sent).Operation);

        var again = await adapter.ProcessActivityAsync(message);
        Assert.Equal(answer.Body.Value.GetRawText(), again.Body!.Value.GetRawText());
        Assert.Single(adapter.Sent);
    }

    [Fact]
    public async Task An_invoke_that_expects_replies_is_answered_and_what_is_said_beside_it_leaves_as_usual()
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(async turn =>
        {
            await turn.SendActivityAsync("beside");
            turn.InvokeResponse = new InvokeResponse(200, JsonSerializer.SerializeToElement("answer"));
        }));
        var answer = await adapter.ProcessActivityAsync(new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = "task/fetch",
            DeliveryMode = DeliveryModes.ExpectReplies,
        });
        Assert.Equal("answer", answer.Body!.Value.GetString());
        Assert.Equal("beside", adapter.GetNextReply()?.Text);
    }

    [Theory]
    [InlineData(ActivityTypes.Invoke, 501)]
    [InlineData(ActivityTypes.Message, 200)]
    [InlineData("somethingNew", 200)]
    public async Task What_nobody_answers_is_answered(string type, int status)
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(_ => Task.CompletedTask));
        var answer = await adapter.ProcessActivityAsync(new Activity { Type = type });
        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Body);
    }

    [Fact]
    public async Task What_is_said_is_addressed_to_the_conversation_and_answers_the_message()
    {
        var hello = Activity.Message("hello");
        await using var adapter = new TestAdapter(_ => new LambdaBot(turn => turn.SendActivityAsync(hello)));
        await adapter.ProcessActivityAsync(adapter.MakeMessage("go"));
        await adapter.ProcessActivityAsync(adapter.MakeMessage("again"));
        Assert.Equal(["activity-1", "activity-2"], adapter.Sent.Select(sent => sent.Activity.ReplyToId));
        Assert.All(adapter.Sent, sent =>
        {
            Assert.Equal("conversation-1", sent.Activity.Conversation?.Id);
            Assert.Equal("bot", sent.Activity.From?.Id);
            Assert.Equal("user-1", sent.Activity.Recipient?.Id);
        });
        Assert.Null(hello.ReplyToId);
    }

    private static async Task CountAsync(ITurnContext turn)
    {
        var count = await s_count.GetAsync(turn) ?? new Counter();
        count.Value++;
        await s_count.SetAsync(turn, count);
        await s_state.SaveChangesAsync(turn);
        await turn.SendActivityAsync($"{count.Value}");
    }

    /// <summary>Lets the first few go on only when all of them are there.</summary>
    private sealed class Meeting(int people)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _there;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref _there) == people)
                _all.SetResult();
            return _all.Task;
        }
    }
}
