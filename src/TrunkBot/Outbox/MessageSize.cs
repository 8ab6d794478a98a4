using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>Keeps a message, its card included, to the size that a channel takes: the end of what is longest goes, and the message says so.</summary>
/// <remarks>
/// Teams takes about 100 KB, counted in UTF-16, and advises to stay below 80 KB, as it counts more than what is sent (Teams documentation, "Format your bot
/// messages", October 2026). No other channel that is served takes less.
/// </remarks>
internal static class MessageSize
{
    private const int Most = 80 * 1024 / sizeof(char);

    // Ids, names and marks that a message has beside its words.
    private const int Frame = 4096;

    private static readonly JsonSerializerOptions s_asItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Nobody could answer without them.
    private static readonly string[] s_kept = ["ActionSet", "Input.Text", "Input.ChoiceSet", "Input.Toggle"];

    /// <summary>The message itself where it is short enough; else a shorter one.</summary>
    public static Activity Fit(Activity activity)
    {
        if (SurelyFits(activity))
            return activity;
        var message = JsonSerializer.SerializeToNode(activity, ProtocolJsonContext.Default.Activity)!.AsObject();
        if (LengthOf(message) <= Most)
            return activity;
        while (LengthOf(message) - (Most - OutboxTexts.Shortened.Length * 4) is > 0 and var excess)
        {
            if (!Parts(message).OrderByDescending(part => LengthOf(part.Owner[part.Name])).Any(part => TryCut(part.Owner, part.Name, excess)))
                return activity;
        }

        Say(message);
        return message.Deserialize(ProtocolJsonContext.Default.Activity)!;
    }

    // Without writing it: no letter is more units of UTF-16 than it is bytes of UTF-8, and what has to be escaped is two.
    private static bool SurelyFits(Activity activity)
    {
        var length = Frame + (2 * ((activity.Text?.Length ?? 0) + (activity.Summary?.Length ?? 0)));
        foreach (var attachment in activity.Attachments ?? [])
            length += attachment.Content is { } content ? JsonMarshal.GetRawUtf8Value(content).Length : 0;
        return length <= Most;
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Parts(JsonObject message) =>
        [(message, "text"), (message, "summary"), .. Cards(message).SelectMany(card => new[] { (card, "body"), (card, "fallbackText"), (card, "speak") })];

    private static IEnumerable<JsonObject> Cards(JsonObject message) =>
        (message["attachments"] as JsonArray ?? []).Select(attachment => attachment?["content"]).OfType<JsonObject>();

    private static bool TryCut(JsonObject owner, string name, int excess) => owner[name] switch
    {
        JsonArray list => TryCut(list, excess),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 1 => SetShorter(owner, name, text, excess),
        _ => false,
    };

    // Of a long list the end goes, half of it at most before one looks again; of a long element its own end.
    private static bool TryCut(JsonArray list, int excess)
    {
        var elements = list.OfType<JsonObject>().Where(element => !s_kept.Contains(element["type"]?.ToString())).ToList();
        if (elements.MaxBy(LengthOf) is not { } longest)
            return false;
        if (LengthOf(longest) * 2 > LengthOf(list) && Inside(longest).Any(name => TryCut(longest, name, excess)))
            return true;
        for (var last = elements.Count - 1; excess > 0 && last >= elements.Count / 2; last--)
        {
            excess -= LengthOf(elements[last]) + 1;
            list.Remove(elements[last]);
        }

        return true;
    }

    private static IEnumerable<string> Inside(JsonObject element) =>
        ((string[])["text", "items", "facts", "rows", "columns", "cells", "value"]).Where(element.ContainsKey).OrderByDescending(name => LengthOf(element[name]));

    private static bool SetShorter(JsonObject owner, string name, string text, int excess)
    {
        var length = Math.Max(text.Length / 2, text.Length - excess - 1);
        owner[name] = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
        return true;
    }

    private static void Say(JsonObject message)
    {
        if (message["text"] is { } text)
            message["text"] = $"{text}\n\n{OutboxTexts.Shortened}";
        foreach (var card in Cards(message))
            (card["body"] as JsonArray)?.Add(new JsonObject { ["type"] = "TextBlock", ["text"] = OutboxTexts.Shortened, ["wrap"] = true });
    }

    private static int LengthOf(JsonNode? node) => node?.ToJsonString(s_asItIs).Length ?? 0;
}
