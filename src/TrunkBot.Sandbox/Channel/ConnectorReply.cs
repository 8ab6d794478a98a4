using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>What a connector call comes to.</summary>
internal sealed record ConnectorReply(int Status, JsonNode? Body = null, string? ActivityId = null, bool Acted = false)
{
    internal static ConnectorReply Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    internal static ConnectorReply NoConversation() => Error(404, "ConversationNotFound", "Conversation not found.");
}
