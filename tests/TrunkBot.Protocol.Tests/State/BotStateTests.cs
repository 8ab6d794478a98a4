using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;
using TrunkBot.Protocol.Testing;
using TrunkBot.Protocol.Tests.Testing;

namespace TrunkBot.Protocol.Tests.State;

public sealed class BotStateTests
{
    private static readonly PrivateConversationState s_private = new();
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task What_is_set_in_one_turn_is_there_in_the_next()
    {
        var count = Property("count");
        await Turn(turn => count.SetAsync(turn, new Counter { Value = 7 }));
        await Turn(async turn => Assert.Equal(7, (await count.GetAsync(turn))?.Value));
    }

    [Fact]
    public async Task What_was_read_is_live_and_a_change_in_it_is_stored()
    {
        var count = Property("count");
        await Turn(turn => count.SetAsync(turn, new Counter { Value = 1 }));
        await Turn(async turn => (await count.GetAsync(turn))!.Value = 2);
        Assert.Equal("""{"count":{"value":2}}""", Assert.Single(_store.State).Value);
    }

    [Fact]
    public async Task Properties_do_not_disturb_each_other()
    {
        await Turn(turn => Property("one").SetAsync(turn, new Counter { Value = 1 }));
        await Turn(turn => Property("two").SetAsync(turn, new Counter { Value = 2 }));
        Assert.Equal("""{"one":{"value":1},"two":{"value":2}}""", Assert.Single(_store.State).Value);
    }

    [Fact]
    public async Task A_property_can_be_read_in_another_shape_within_a_turn()
    {
        var named = s_private.CreateProperty("count", CounterJson.Default.Named);
        await Turn(async turn =>
        {
            await Property("count").SetAsync(turn, new Counter { Value = 3 });
            Assert.Equal(3, (await named.GetAsync(turn))?.Value);
        });
    }

    [Fact]
    public async Task A_property_of_another_shape_is_a_JsonException()
    {
        await Turn(turn => s_private.CreateProperty("count", CounterJson.Default.Named).SetAsync(turn, new Named { Name = "x" }));
        var text = s_private.CreateProperty("count", ProtocolJsonContext.Default.String);
        await Turn(turn => Assert.ThrowsAsync<JsonException>(() => text.GetAsync(turn)));
    }

    [Fact]
    public async Task State_from_which_everything_is_deleted_leaves_nothing_behind()
    {
        var count = Property("count");
        await Turn(turn => count.SetAsync(turn, new Counter()));
        await Turn(turn => count.DeleteAsync(turn));
        Assert.Empty(_store.State);
    }

    [Fact]
    public async Task State_that_did_not_change_is_not_written()
    {
        var count = Property("count");
        await Turn(turn => count.SetAsync(turn, new Counter()));
        var version = _store.Read(_store.State.Single().Key)!.ETag;
        await Turn(turn => count.GetAsync(turn));
        Assert.Equal(version, _store.Read(_store.State.Single().Key)!.ETag);
    }

    [Fact]
    public async Task What_people_write_is_stored_as_they_wrote_it()
    {
        var named = s_private.CreateProperty("n", CounterJson.Default.Named);
        await Turn(turn => named.SetAsync(turn, new Named { Name = "+1 <é> שלום" }));
        Assert.Contains("\"+1 <é> שלום\"", _store.State.Single().Value);
    }

    [Fact]
    public async Task Each_state_has_its_own_key()
    {
        var conversation = new ConversationState();
        var user = new UserState();
        await Turn(async turn =>
        {
            await Property("p").SetAsync(turn, new Counter());
            await conversation.CreateProperty("c", CounterJson.Default.Counter).SetAsync(turn, new Counter());
            await user.CreateProperty("u", CounterJson.Default.Counter).SetAsync(turn, new Counter());
        });
        Assert.Equal(
            ["test/conversations/conversation-1", "test/conversations/conversation-1/users/user-1", "test/users/user-1"],
            _store.State.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_activity_from_nobody_or_nowhere_has_no_state()
    {
        var activity = new Activity { ChannelId = "test" };
        Assert.Null(new ConversationState().GetStorageKey(activity));
        Assert.Null(new UserState().GetStorageKey(activity));
        Assert.Null(new PrivateConversationState().GetStorageKey(activity));
    }

    [Fact]
    public async Task Deleting_what_somebody_else_has_changed_meanwhile_is_a_lost_race()
    {
        var count = Property("count");
        await Turn(turn => count.SetAsync(turn, new Counter { Value = 1 }));
        var runs = 0;
        await Turn(async turn =>
        {
            var seen = (await count.GetAsync(turn))!.Value;
            if (++runs == 1)
                await Turn(other => count.SetAsync(other, new Counter { Value = 5 }));
            else
                Assert.Equal(5, seen);
            await count.DeleteAsync(turn);
        });
        Assert.Equal(2, runs);
        Assert.Empty(_store.State);
    }

    private static IStatePropertyAccessor<Counter> Property(string name) => s_private.CreateProperty(name, CounterJson.Default.Counter);

    private async Task Turn(Func<ITurnContext, Task> turn)
    {
        await using var adapter = new TestAdapter(_ => new LambdaBot(turn), _store);
        await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Message, Id = Guid.NewGuid().ToString() });
    }
}
