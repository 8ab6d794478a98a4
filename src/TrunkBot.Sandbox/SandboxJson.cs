using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.DirectLine;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.Login;
using TrunkBot.Sandbox.VideoSdk;

namespace TrunkBot.Sandbox;

/// <summary>What went wrong, for whoever called the sandbox's own routes.</summary>
internal sealed record Problem(string Message);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
[JsonSerializable(typeof(IEnumerable<VideoSdkRequest>))]
[JsonSerializable(typeof(IEnumerable<LoginRequest>))]
[JsonSerializable(typeof(IEnumerable<SentActivity>))]
[JsonSerializable(typeof(IReadOnlyList<SeenMessage>))]
[JsonSerializable(typeof(IEnumerable<SaidMessage>))]
[JsonSerializable(typeof(DeliveryOrder))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(TokenOrder))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SandboxJson : JsonSerializerContext
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The object in a text, or nothing when the text is not one clean JSON object.</summary>
    internal static JsonObject? ReadObject(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static System.Text.Json.JsonElement Freeze(JsonNode node) => System.Text.Json.JsonElement.Parse(node.ToJsonString());

    internal static IResult Answer(int status, JsonNode body) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    internal static IResult Refuse(int status, string message) =>
        Results.Json(new Problem(message), Default.Problem, statusCode: status);
}
