using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.DirectLine;
using TrunkBot.Sandbox.SignIn;

namespace TrunkBot.Sandbox.Channel;

/// <summary>What the connector does with activities and conversations.</summary>
internal sealed class Connector(SandboxChannel channel, SentThreads threads, DirectLineStreams streams, TeamsClients clients, SandboxWorld world)
{
    private const int LargestMessage = 100 * 1024;

    // Letters of all scripts count as letters, not as the escapes that could stand for them.
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal ConnectorReply Send(string conversationId, string? replyToId, JsonObject? activity, bool isTargeted = false)
    {
        if (ConversationTable.Find(conversationId) is not { } place)
            return ConnectorReply.NoConversation();
        if (Objection(place, activity, isTargeted) is { } objection)
            return objection;
        var id = world.NextId();
        var type = activity!["type"]!.ToString();
        if (place.ChannelId == SandboxWorld.WebChat)
            streams.Of(place).Add(ForClient(activity, place, id, replyToId), keep: type is not "typing");
        if (type is "typing" or "trace")
            return new(202, ActivityId: id, Acted: true);
        threads.Add(conversationId, id, Targeting.ReaderOf(activity)?.Key);
        clients.Show(place, activity);
        return new(201, new JsonObject { ["id"] = id }, id, Acted: true);
    }

    internal ConnectorReply Update(string conversationId, string activityId, JsonObject? activity, bool isTargeted = false)
    {
        if (ConversationTable.Find(conversationId) is not { } place)
            return ConnectorReply.NoConversation();
        if (!threads.Exists(conversationId, activityId, isTargeted))
            return NoActivity();
        return Objection(place, activity, isTargeted) ?? new(200, new JsonObject { ["id"] = activityId }, activityId, Acted: true);
    }

    internal ConnectorReply Delete(string conversationId, string activityId, bool isTargeted = false)
    {
        if (ConversationTable.Find(conversationId) is null)
            return ConnectorReply.NoConversation();
        return threads.Exists(conversationId, activityId, isTargeted) ? new(200, ActivityId: activityId, Acted: true) : NoActivity();
    }

    internal ConnectorReply Create(JsonObject? order)
    {
        if (order is null)
            return ConnectorReply.Error(400, "BadSyntax", "The body is not a JSON object.");
        return IsTrue(order["isGroup"]) ? CreateThread(order) : CreatePersonal(order);
    }

    private ConnectorReply CreateThread(JsonObject order)
    {
        var channelId = (order["channelData"] as JsonObject)?["channel"] is JsonObject team ? team["id"]?.ToString() : null;
        if (channelId is null || order["activity"] is not JsonObject activity)
            return ConnectorReply.Error(400, "BadSyntax", "Incorrect conversation creation parameters");
        if (ConversationTable.Find(channelId) is not { IsTeamChannel: true } place)
            return ConnectorReply.NoConversation();
        var posted = Send(place.Id, null, activity);
        if (!posted.Acted)
            return posted;
        RecordPost(place.Id, posted, activity);
        return posted with
        {
            Body = new JsonObject { ["id"] = $"{place.Id}{Conversation.ThreadMark}{posted.ActivityId}", ["activityId"] = posted.ActivityId },
        };
    }

    private ConnectorReply CreatePersonal(JsonObject order)
    {
        if (order["members"] is not JsonArray { Count: 1 } members || members[0] is not JsonObject member || order["tenantId"] is null)
            return ConnectorReply.Error(400, "BadSyntax", "Incorrect conversation creation parameters");
        var asked = member["id"]?.ToString();
        if (order["tenantId"]!.ToString() != SandboxWorld.TenantId || SandboxWorld.Find(asked) is not { } person || asked == person.WebChatId)
            return ConnectorReply.Error(403, "ForbiddenOperationException", "The bot is not installed for this user.");
        var place = ConversationTable.Personal(person, SandboxWorld.Teams);
        if (order["activity"] is JsonObject activity && Send(place.Id, null, activity) is { Acted: true } sent)
            RecordPost(place.Id, sent, activity);
        return new(201, new JsonObject { ["id"] = place.Id }, Acted: true);
    }

    private void RecordPost(string conversationId, ConnectorReply posted, JsonObject activity) => channel.Record(new()
    {
        Time = world.Clock.GetUtcNow(),
        Operation = "send",
        ConversationId = conversationId,
        ActivityId = posted.ActivityId,
        Activity = SandboxJson.Freeze(activity),
        Authorized = true,
        Acted = true,
        Status = posted.Status,
    });

    private ConnectorReply? Objection(Conversation place, JsonObject? activity, bool isTargeted)
    {
        if (activity?["type"]?.ToString() is not { } type)
            return ConnectorReply.Error(400, "BadArgument", "The activity has no type.");
        if (type is not ("message" or "typing" or "trace" or "endOfConversation") && !(type == "event" && place.ChannelId == SandboxWorld.WebChat))
            return ConnectorReply.Error(400, "BadArgument", "Unknown activity type");
        if ((Targeting.Objection(place, activity, isTargeted) ?? TeamsViews.Objection(activity) ?? clients.Objection(place, activity)) is { } objection)
            return ConnectorReply.Error(400, "BadArgument", objection);
        return Encoding.Unicode.GetByteCount(activity.ToJsonString(AsItIs)) > LargestMessage
            ? ConnectorReply.Error(413, "MessageSizeTooBig", "Message size too large.")
            : null;
    }

    private JsonObject ForClient(JsonObject sent, Conversation place, string id, string? replyToId)
    {
        var activity = sent.DeepClone().AsObject();
        activity["id"] = id;
        activity["timestamp"] = world.Clock.GetUtcNow().UtcDateTime.ToString("O");
        activity["channelId"] = place.ChannelId;
        activity["from"] = new JsonObject { ["id"] = SandboxWorld.BotId, ["name"] = SandboxWorld.BotName, ["role"] = "bot" };
        activity["conversation"] = new JsonObject { ["id"] = place.Id };
        if (replyToId is not null)
            activity["replyToId"] = replyToId;
        activity.Remove("serviceUrl");
        activity.Remove("recipient");
        return activity;
    }

    private static ConnectorReply NoActivity() =>
        ConnectorReply.Error(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
}
