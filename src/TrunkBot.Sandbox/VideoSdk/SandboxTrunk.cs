using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>A trunk that exists at the sandbox's VideoSDK.</summary>
public sealed record SandboxTrunk(
    string TrunkId, string Username, string Password, string Name, string Domain, string Direction, IReadOnlyList<string> Numbers)
{
    /// <summary>The id alone: a password has no place in a text.</summary>
    public override string ToString() => TrunkId;

    internal static SandboxTrunk From(string trunkId, JsonObject body) => new(
        trunkId, Text(body["auth"]!["username"]), Text(body["auth"]!["password"]), Text(body["name"]), Text(body["domain"]),
        Text(body["direction"]), [.. body["numbers"]!.AsArray().Select(Text)]);

    internal JsonObject ToJson() => new()
    {
        ["trunkId"] = TrunkId,
        ["auth"] = new JsonObject { ["username"] = Username, ["password"] = Password },
        ["name"] = Name,
        ["domain"] = Domain,
        ["direction"] = Direction,
        ["numbers"] = new JsonArray([.. Numbers.Select(number => JsonValue.Create(number))]),
    };

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
