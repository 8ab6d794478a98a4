using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Says on every card of a bot without an identity that it is one, wherever the card leaves.</summary>
internal static class AnonymousBanner
{
    public const string Text = "Local use only: this bot lets anybody in on this machine.";

    /// <summary>The same JSON, with the banner at the top of each Adaptive Card in it.</summary>
    public static JsonElement On(JsonElement json)
    {
        var node = JsonNode.Parse(json.GetRawText());
        Mark(node);
        return JsonElement.Parse(node?.ToJsonString() ?? "null");
    }

    /// <inheritdoc cref="On(JsonElement)" />
    public static ReadOnlyMemory<byte> On(ReadOnlyMemory<byte> json)
    {
        var node = JsonNode.Parse(json.Span);
        Mark(node);
        return Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");
    }

    private static void Mark(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject card when card["type"]?.ToString() == "AdaptiveCard" && card["body"] is JsonArray body:
                body.Insert(0, new JsonObject
                {
                    ["type"] = "TextBlock",
                    ["text"] = Text,
                    ["wrap"] = true,
                    ["weight"] = "bolder",
                    ["color"] = "attention",
                });
                break;
            case JsonObject other:
                foreach (var (_, member) in other)
                    Mark(member);
                break;
            case JsonArray list:
                foreach (var element in list)
                    Mark(element);
                break;
        }
    }
}
