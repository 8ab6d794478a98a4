using System.Text.Json;

namespace TrunkBot.Tests.World;

/// <summary>Reads Adaptive Cards as a person does.</summary>
internal static class Cards
{
    private static readonly string[] s_words = ["text", "title", "value", "label", "placeholder", "codeSnippet", "legend", "x"];

    /// <summary>The buttons: those under the card, then those in its body.</summary>
    public static IEnumerable<JsonElement> Actions(JsonElement card) =>
        (card.TryGetProperty("actions", out var actions) ? actions.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Concat(card.TryGetProperty("body", out var body) ? InBody(body) : []);

    private static IEnumerable<JsonElement> InBody(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("ActionSet") => element.GetProperty("actions").EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => InBody(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(InBody),
        _ => [],
    };

    /// <summary>Every word that is on the card, without the backslashes that keep Markdown inert.</summary>
    public static string Words(JsonElement? card) =>
        card is { } content ? string.Join("\n", Texts(content)).Replace("\\", "", StringComparison.Ordinal) : "";

    // What a choice sends when it is chosen is not read.
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("choices", out var choices) && element.TryGetProperty("label", out var label) =>
            choices.EnumerateArray().Select(choice => choice.GetProperty("title").GetString()!).Prepend(label.GetString()!),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "fallback" && (member.Name != "data" || member.Value.ValueKind == JsonValueKind.Array))
            .SelectMany(member => member.Value.ValueKind == JsonValueKind.String
                ? s_words.Contains(member.Name) ? [member.Value.GetString()!] : []
                : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
