using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>Tells a redelivered activity from a new one.</summary>
public static class TurnKey
{
    /// <summary>
    /// Channel, conversation, type, kind and id in one string; null without an id. An edit carries the id of the message that it edits,
    /// so edits, deletions and reactions are told apart by their time as well.
    /// </summary>
    public static string? Of(Activity activity)
    {
        if (activity.Id is not { Length: > 0 } id)
            return null;
        var kind = activity.Name ?? activity.Action ?? TeamsChannelData.Of(activity).EventType;
        var time = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction
            ? activity.Timestamp?.ToUnixTimeMilliseconds()
            : null;
        return $"{activity.ChannelId}|{activity.Conversation?.Id}|{activity.Type}|{kind}|{id}|{time}";
    }
}
