using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Builder;

public sealed class TurnKeyTests
{
    [Fact]
    public void The_same_activity_has_the_same_key() => Assert.Equal(TurnKey.Of(Message()), TurnKey.Of(Message()));

    [Fact]
    public void An_activity_without_id_has_none() => Assert.Null(TurnKey.Of(new Activity { Type = ActivityTypes.Message }));

    [Fact]
    public void Channel_conversation_type_name_action_and_id_tell_activities_apart()
    {
        Activity[] all =
        [
            Message(),
            With(a => a.ChannelId = "webchat"),
            With(a => a.Conversation = new ConversationAccount { Id = "c2" }),
            With(a => a.Type = ActivityTypes.Invoke),
            With(a => a.Name = "adaptiveCard/action"),
            With(a => a.Action = "add"),
            With(a => a.ChannelData = JsonSerializer.SerializeToElement(new { eventType = "channelRenamed" })),
            With(a => a.Id = "2"),
        ];
        Assert.Equal(all.Length, all.Select(TurnKey.Of).Distinct().Count());
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate, false)]
    [InlineData(ActivityTypes.MessageDelete, false)]
    [InlineData(ActivityTypes.MessageReaction, false)]
    [InlineData(ActivityTypes.Message, true)]
    public void Two_edits_of_one_message_are_two_activities_and_a_redelivered_message_is_one(string type, bool same)
    {
        var first = With(a => (a.Type, a.Timestamp) = (type, DateTimeOffset.UnixEpoch));
        var second = With(a => (a.Type, a.Timestamp) = (type, DateTimeOffset.UnixEpoch.AddSeconds(1)));
        Assert.Equal(same, TurnKey.Of(first) == TurnKey.Of(second));
    }

    private static Activity Message() => With(_ => { });

    private static Activity With(Action<Activity> change)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = "msteams",
            Id = "1",
            Conversation = new ConversationAccount { Id = "c1" },
        };
        change(activity);
        return activity;
    }
}
