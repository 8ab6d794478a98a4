using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>What passes between a page and the bot: only what a client may say, and only what a client may see.</summary>
internal static class DirectLineActivity
{
    private static readonly string[] Types = ["message", "event", "typing"];

    private static readonly string[] Sayable =
    [
        "type", "text", "textFormat", "value", "valueType", "name", "locale", "localTimestamp", "localTimezone", "attachments",
        "attachmentLayout", "entities", "inputHint", "replyToId",
    ];

    private static readonly string[] SayableChannelData = ["clientActivityID", "clientTimestamp", "postBack", "attachmentSizes"];

    /// <summary>What a client says, without anything that it says of itself; nothing for a type that no client may send.</summary>
    internal static JsonObject? Said(JsonObject posted)
    {
        if (posted["type"] is not JsonValue type || !type.TryGetValue<string>(out var name) || !Types.Contains(name))
            return null;
        var said = Picked(posted, Sayable);
        if (posted["channelData"] is JsonObject channelData)
            said["channelData"] = Picked(channelData, SayableChannelData);
        return said;
    }

    /// <summary>
    /// A person's activity as the pages see it. It has no role: each page tells by the id whether it is its own, so in the
    /// room nobody is shown somebody else's words as theirs. What was filled into a card is the bot's alone: it may be a password.
    /// </summary>
    internal static JsonObject Echo(JsonObject activity)
    {
        var echo = activity.DeepClone().AsObject();
        var (from, place) = (activity["from"]!, activity["conversation"]!);
        echo["from"] = new JsonObject { ["id"] = from["id"]!.DeepClone(), ["name"] = from["name"]!.DeepClone() };
        echo["conversation"] = new JsonObject { ["id"] = place["id"]!.DeepClone() };
        echo.Remove("value");
        echo.Remove("serviceUrl");
        echo.Remove("recipient");
        (echo["channelData"] as JsonObject)?.Remove("tenant");
        return echo;
    }

    /// <summary>A line from the sandbox itself, for what nobody else can say.</summary>
    internal static JsonObject Notice(Conversation place, string id, DateTimeOffset time, string text) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = time.UtcDateTime.ToString("O"),
        ["channelId"] = place.ChannelId,
        ["from"] = new JsonObject { ["id"] = "sandbox", ["name"] = "Sandbox", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = place.Id },
        ["text"] = text,
        ["textFormat"] = "plain",
    };

    private static JsonObject Picked(JsonObject source, string[] members) => new(source
        .Where(member => members.Contains(member.Key))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
