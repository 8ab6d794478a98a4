using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrunkBot.Protocol.Schema;

/// <summary>A request's body as an activity, or why it is none.</summary>
/// <param name="Activity">What was read; null when it is refused.</param>
/// <param name="Problem">The end of a sentence that names the member, never its value.</param>
internal readonly partial record struct ActivityReading(Activity? Activity, string? Problem)
{
    // Deep enough that a body which is nothing but brackets is refused and not worked on.
    private static readonly JsonDocumentOptions s_document = new() { MaxDepth = 512 };

    public static ActivityReading Of(ReadOnlySpan<byte> body)
    {
        var whole = Wellformed(body);
        try
        {
            return Judge(ReadStrictly(whole) ?? ReadTolerantly(whole));
        }
        catch (AmbiguousMemberException twice)
        {
            return new(null, $"its member {twice.Member} is given twice with different values");
        }
        catch (JsonException)
        {
            return new(null, "its body isn't JSON");
        }
    }

    // Almost every activity: read in one go, with nothing in it to mend.
    private static Activity? ReadStrictly(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProtocolJsonContext.Default.Activity) is { } activity && !HasHoles(activity) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Activity? ReadTolerantly(byte[] body)
    {
        using var document = JsonDocument.Parse(body, s_document);
        if (TolerantJson.ReadFitting(document.RootElement, ProtocolJsonContext.Default.Activity) is not { } activity)
            return null;
        // Its members are read later, from one of each; here it still shows whether two of them say different things.
        if (document.RootElement.TryGetProperty("channelData", out var data))
            _ = TolerantJson.ReadFitting(data, ProtocolJsonContext.Default.TeamsChannelData);
        return activity;
    }

    private static bool HasHoles(Activity activity) =>
        HasHole(activity.Attachments) || HasHole(activity.Entities) || HasHole(activity.MembersAdded) || HasHole(activity.MembersRemoved)
        || HasHole(activity.ReactionsAdded) || HasHole(activity.ReactionsRemoved)
        || (activity.SuggestedActions is { } offered && (offered.Actions is null || HasHole(offered.Actions) || HasHole(offered.To)));

    private static bool HasHole<T>(List<T>? list) where T : class => list?.Contains(null!) == true;

    // Without these an activity cannot be answered, and a channel always writes them.
    private static ActivityReading Judge(Activity? activity)
    {
        if (activity is null)
            return new(null, "its body isn't an object");
        // A part of a channel, such as msteams:COPILOT, is that channel.
        if (activity.ChannelId?.Split(':') is [var channel, _, ..])
            activity.ChannelId = channel;
        var missing = activity switch
        {
            { Type: null or "" } => "type",
            { ChannelId: null or "" } => "channelId",
            { ServiceUrl: null or "" } => "serviceUrl",
            { Conversation: null or { Id: null or "" } } => "conversation.id",
            _ => null,
        };
        return missing is null ? new(activity, null) : new(null, $"its member {missing} is missing or has another form");
    }

    // Half of a character, as a body that was cut leaves it, cannot be read as text anywhere.
    private static byte[] Wellformed(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!MayHoldHalves(body))
            return body.ToArray();
        return Encoding.UTF8.GetBytes(Escapes().Replace(Encoding.UTF8.GetString(body), WithoutHalves));
    }

    private static bool MayHoldHalves(ReadOnlySpan<byte> body) =>
        body.IndexOf("\\ud"u8) >= 0 || body.IndexOf("\\uD"u8) >= 0 || !System.Text.Unicode.Utf8.IsValid(body);

    private static string WithoutHalves(Match escape) => escape.Groups["half"].Success ? "\\ufffd" : escape.Value;

    // Every escape is matched from its backslash on, so that the second of two backslashes begins none.
    [GeneratedRegex("""\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
