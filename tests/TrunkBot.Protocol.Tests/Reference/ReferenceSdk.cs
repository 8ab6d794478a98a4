using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Protocol.Tests.Reference;

/// <summary>Microsoft's own SDK for JavaScript.</summary>
internal static class ReferenceSdk
{
    /// <summary>Runs <c>tests/Browser/reference.mjs</c> with this input and returns what it answers.</summary>
    public static async Task<JsonArray> RunAsync(JsonArray input, params string[] arguments) =>
        JsonNode.Parse(await Node.RunAsync("reference.mjs", input.ToJsonString(), arguments))!.AsArray();
}
