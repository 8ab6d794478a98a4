using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Load.Play;

/// <summary>The seven turns in which a trunk is asked for, and what must be answered to each.</summary>
internal static class Waterfall
{
    public const int Turns = 7;

    // A word of the bot's next question, after each line that is typed.
    private static readonly string[] s_words = ["called", "host", "direction", "number", "username", "password"];

    private static readonly string s_password = $"Load-{Guid.NewGuid():N}";

    /// <summary>What the person does in this turn, which may depend on what the bot has sent before.</summary>
    public static byte[] Act(Talk talk, int turn, JsonElement? before) =>
        turn < s_words.Length ? talk.Says(Line(talk.Number, turn)) : talk.Clicks(Submit(before));

    /// <summary>What is wrong with the answer; null when it is right.</summary>
    public static string? Judge(int turn, JsonElement reply)
    {
        if (turn < s_words.Length)
            return Has(reply, s_words[turn]) ? null : $"turn {turn + 1} should ask for '{s_words[turn]}'";
        return Has(reply, "TR-") && !Has(reply, "trunk.submit") && !Has(reply, s_password)
            ? null
            : "the last turn should show the request, not the form, and never the password";
    }

    private static string Line(int number, int turn) => turn switch
    {
        0 => "/trunk new --chat",
        1 => Numbered($"voice agents {number}"),
        2 => Numbered($"acme{number}.pstn.twilio.com"),
        3 => "outbound",
        4 => Numbered($"+1415{2_000_000 + number}"),
        _ => Numbered($"acme{number}"),
    };

    private static string Numbered(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Has(JsonElement reply, string word) => reply.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase);

    // The floor shows no card: it gets a click of the same size.
    private static JsonObject Submit(JsonElement? before)
    {
        var data = before is { } reply && SubmitData(reply) is { } found
            ? JsonNode.Parse(found.GetRawText())!.AsObject()
            : new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = "TR-1" };
        data["password"] = s_password;
        return data;
    }

    private static JsonElement? SubmitData(JsonElement reply)
    {
        if (!reply.TryGetProperty("attachments", out var attachments))
            return null;
        var actions = attachments.EnumerateArray().SelectMany(card => card.GetProperty("content").GetProperty("actions").EnumerateArray());
        return actions.Select(action => action.GetProperty("data")).FirstOrDefault(data => data.GetProperty("verb").ValueEquals("trunk.submit"));
    }
}
