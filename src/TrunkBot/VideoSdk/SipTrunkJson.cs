using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrunkBot.Secrets;
using TrunkBot.Secrets.Redaction;

namespace TrunkBot.VideoSdk;

/// <summary>VideoSDK's JSON of a trunk. No type of ours ever holds the password that comes back; it is compared here and dropped.</summary>
internal static partial class SipTrunkJson
{
    private static readonly Secret s_hidden = new("***");

    public static byte[] Write(SipTrunkSpec spec, Secret password)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("auth");
            json.WriteString("username", spec.Username);
            json.WriteString("password", password.Reveal());
            json.WriteEndObject();
            json.WriteString("name", spec.Name);
            json.WriteString("domain", spec.Domain);
            json.WriteString("direction", spec.Direction);
            json.WriteStartArray("numbers");
            foreach (var number in spec.Numbers)
                json.WriteStringValue(number);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The create's method and path.</summary>
    public const string Request = "POST /v2/sip-trunk";

    /// <summary>The create's body as people read it: with stars for the password, and without escapes.</summary>
    public static string Show(SipTrunkSpec spec)
    {
        using var body = JsonDocument.Parse(Write(spec, s_hidden));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            body.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Null where there is no readable trunk id; anything else that is missing is named.</summary>
    public static TrunkAnswer? Read(byte[]? body, Secret? password)
    {
        using var document = Parse(body);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root } || Text(root, "trunkId") is not { } id || !IsTrunkId(id))
            return null;
        var auth = root.TryGetProperty("auth", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var missing = new List<string>();
        var trunk = new SipTrunk(
            id,
            Need(Text(root, "name"), "name"),
            Need(Text(root, "domain"), "domain"),
            Need(Text(root, "direction"), "direction"),
            Numbers(root) ?? MissingNumbers(),
            Need(Text(auth, "username"), "auth.username"))
        {
            Missing = missing,
        };
        return new TrunkAnswer(trunk, Text(auth, "password") is { } stored && password is not null ? password.Equals(new Secret(stored)) : null);

        string Need(string? value, string name)
        {
            if (value is null)
                missing.Add(name);
            return value ?? "";
        }

        string[] MissingNumbers()
        {
            missing.Add("numbers");
            return [];
        }
    }

    /// <summary>Ids become part of an address and of a card: only what can be neither mistaken nor abused there is one.</summary>
    public static bool IsTrunkId(string id) => TrunkIdShape().IsMatch(id) && !HiddenSecrets.OccurIn(id);

    private static JsonDocument? Parse(byte[]? body)
    {
        if (body is null)
            return null;
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string[]? Numbers(JsonElement root) =>
        root.TryGetProperty("numbers", out var numbers) && numbers.ValueKind == JsonValueKind.Array
            ? [.. numbers.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)]
            : null;

    [GeneratedRegex(@"^(?!\.+$)[A-Za-z0-9._~:-]{1,128}\z")]
    private static partial Regex TrunkIdShape();
}

/// <param name="Trunk">What VideoSDK holds.</param>
/// <param name="PasswordMatches">Null where there was nothing to compare.</param>
internal sealed record TrunkAnswer(SipTrunk Trunk, bool? PasswordMatches);
