using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>
/// A card that one person alone sees in the place of a message that others see too. Its buttons say so: what they bring is for that person as well, and
/// must not take the message's place for everybody. Nothing is allowed or forbidden by it.
/// </summary>
internal static class OwnClick
{
    private const string Own = "own";

    public static JsonElement Of(AdaptiveCard card)
    {
        var json = JsonNode.Parse(card.ToJson().GetRawText())!;
        Mark(json);
        return JsonElement.Parse(json.ToJsonString());
    }

    /// <summary>Whether a click comes from one.</summary>
    public static bool IsFrom(JsonElement? data) => data is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(Own, out _);

    private static void Mark(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Mark(item);
        if (node is not JsonObject element)
            return;
        if (element["type"]?.ToString() is "Action.Execute" or "Action.Submit" && element["data"] is JsonObject data)
            data[Own] = "yes";
        foreach (var (name, inner) in element)
            if (name is not "data")
                Mark(inner);
    }
}
