using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>The rules for the body of a create and of a replace.</summary>
internal static partial class TrunkBody
{
    private static readonly string[] Members = ["auth", "name", "domain", "direction", "numbers"];
    private static readonly string[] AuthMembers = ["username", "password"];

    /// <summary>What is wrong with the body, in VideoSDK's manner: the first finding only; never a value.</summary>
    internal static string? Objection(JsonObject body) =>
        Unknown(body, Members, "") ??
        (body["auth"] is JsonObject auth ? AuthObjection(auth) : "\"auth\" is required") ??
        TextObjection(body, "name", "name") ??
        (Text(body, "name")!.Length < 3 ? "\"name\" length must be at least 3 characters long" : null) ??
        TextObjection(body, "domain", "domain") ??
        (Domain().IsMatch(Text(body, "domain")!) ? null : "\"domain\" must be a valid SIP trunk domain") ??
        TextObjection(body, "direction", "direction") ??
        (Text(body, "direction") is "inbound" or "outbound" ? null : "\"direction\" must be one of [inbound, outbound]") ??
        NumbersObjection(body["numbers"]);

    private static string? AuthObjection(JsonObject auth) =>
        Unknown(auth, AuthMembers, "auth.") ??
        TextObjection(auth, "username", "auth.username") ??
        TextObjection(auth, "password", "auth.password");

    private static string? NumbersObjection(JsonNode? numbers) => numbers switch
    {
        null => "\"numbers\" is required",
        not JsonArray => "\"numbers\" must be an array",
        JsonArray list when list.Any(one => !IsText(one)) => "\"numbers\" must contain strings only",
        _ => null,
    };

    private static string? TextObjection(JsonObject body, string member, string path) => body[member] switch
    {
        null => $"\"{path}\" is required",
        var value when value.GetValueKind() != JsonValueKind.String => $"\"{path}\" must be a string",
        var value when !IsText(value) => $"\"{path}\" is not allowed to be empty",
        _ => null,
    };

    private static string? Unknown(JsonObject body, string[] known, string prefix) =>
        body.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } name
            ? $"\"{prefix}{name}\" is not allowed"
            : null;

    private static bool IsText(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Trim().Length > 0;

    private static string? Text(JsonObject body, string member) => body[member]?.GetValue<string>();

    [GeneratedRegex(@"^(?=.{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*(:[0-9]{1,5})?$")]
    private static partial Regex Domain();
}
