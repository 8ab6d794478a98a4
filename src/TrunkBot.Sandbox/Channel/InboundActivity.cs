using System.Text;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Writes into an activity what a channel writes, whatever stood there before.</summary>
internal sealed class InboundActivity(SandboxWorld world, SentThreads threads)
{
    internal JsonObject Complete(JsonObject said, SandboxPerson person, Conversation place, string conversationId, string? channelId)
    {
        var activity = said.DeepClone().AsObject();
        var now = world.Clock.GetUtcNow();
        activity["type"] ??= "message";
        activity["id"] ??= NewId(activity["type"]!.ToString());
        activity["timestamp"] = now.UtcDateTime.ToString("O");
        activity["localTimestamp"] ??= now.ToString("O");
        activity["locale"] ??= "en-US";
        activity["channelId"] = channelId ?? place.ChannelId;
        activity["serviceUrl"] = world.ServiceUrl;
        activity["from"] = Account(person, place.ChannelId);
        activity["recipient"] = new JsonObject { ["id"] = SandboxWorld.BotId, ["name"] = SandboxWorld.BotName };
        activity["conversation"] = place.ToAccount(ThreadOf(activity, place, conversationId));
        WriteChannelData(activity, place);
        return activity;
    }

    internal static JsonObject Account(SandboxPerson person, string channelId) => new()
    {
        ["id"] = person.IdOn(channelId),
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId,
        ["role"] = "user",
    };

    /// <summary>Puts <c>@TrunkBot</c> before the text, as a person does in a channel.</summary>
    internal static void Mention(JsonObject activity)
    {
        var words = $"<at>{SandboxWorld.BotName}</at>";
        activity["text"] = $"{words} {activity["text"]}";
        if (activity["entities"] is not JsonArray entities)
            activity["entities"] = entities = [];
        entities.Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = words,
            ["mentioned"] = new JsonObject { ["id"] = SandboxWorld.BotId, ["name"] = SandboxWorld.BotName },
        });
    }

    private string NewId(string type) => type is "message" or "messageReaction" ? world.NextId() : $"f:{Guid.NewGuid()}";

    /// <summary>In a team's channel a message stands in a thread: its own, or the one that it answers.</summary>
    private string ThreadOf(JsonObject activity, Conversation place, string conversationId)
    {
        if (!place.IsTeamChannel || conversationId.Contains(Conversation.ThreadMark, StringComparison.Ordinal))
            return conversationId;
        if (activity["replyToId"]?.ToString() is { } answered)
            return conversationId + Conversation.ThreadMark + threads.RootOf(conversationId, answered);
        return activity["type"]!.ToString() == "message"
            ? conversationId + Conversation.ThreadMark + activity["id"]
            : conversationId;
    }

    private static void WriteChannelData(JsonObject activity, Conversation place)
    {
        if (activity["channelData"] is not JsonObject channelData)
            activity["channelData"] = channelData = [];
        channelData["tenant"] = new JsonObject { ["id"] = SandboxWorld.TenantId };
        if (place == ConversationTable.Meeting)
            channelData["meeting"] = new JsonObject { ["id"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"0#{place.Id}#0")) };
        if (!place.IsTeamChannel)
            return;
        channelData["team"] = new JsonObject
        {
            ["id"] = ConversationTable.TeamId,
            ["name"] = ConversationTable.TeamName,
            ["aadGroupId"] = ConversationTable.TeamGroupId,
        };
        channelData["channel"] = new JsonObject { ["id"] = place.Id };
        channelData["teamsTeamId"] = ConversationTable.TeamId;
        channelData["teamsChannelId"] = place.Id;
    }
}
