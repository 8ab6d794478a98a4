using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>Takes the secrets out of a body before it is kept or shown.</summary>
internal static class Masking
{
    private const string Dots = "•••";
    private static readonly string[] Secrets = ["password", "secret", "token"];

    internal static JsonElement Mask(JsonObject body)
    {
        var copy = body.DeepClone().AsObject();
        MaskMembers(copy);
        return SandboxJson.Freeze(copy);
    }

    private static void MaskMembers(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var entry in list)
                MaskMembers(entry);
        if (node is not JsonObject body)
            return;
        foreach (var name in body.Select(member => member.Key).ToArray())
            if (Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                body[name] = Dots;
            else
                MaskMembers(body[name]);
    }
}
