using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>A message that somebody wrote in Teams.</summary>
/// <param name="ActivityId">The message.</param>
/// <param name="ConversationId">Where, with its thread.</param>
/// <param name="Name">Who.</param>
/// <param name="Text">What.</param>
public sealed record SaidMessage(string ActivityId, string ConversationId, string Name, string Text)
{
    /// <summary>Null for what nobody reads: a click, an event.</summary>
    internal static SaidMessage? Of(JsonObject activity) =>
        activity["type"]?.ToString() is "message" && activity["channelId"]?.ToString() is SandboxWorld.Teams
        && activity["text"]?.ToString() is { Length: > 0 } text && activity["id"]?.ToString() is { } id
        && activity["conversation"] is JsonObject conversation && conversation["id"]?.ToString() is { } place
            ? new(id, place, (activity["from"] as JsonObject)?["name"]?.ToString() ?? "", text)
            : null;
}
