using System.Collections.Concurrent;
using System.Text.Json;

namespace TrunkBot.Languages;

/// <summary>The texts of a language: from the English text, as the code has it with its holes numbered, to an ICU message.</summary>
internal sealed class LanguageBook
{
    private readonly Language _language;
    private readonly ConcurrentDictionary<string, Message?> _messages = new(StringComparer.Ordinal);

    private LanguageBook(Language language, IReadOnlyDictionary<string, string> texts)
    {
        _language = language;
        Texts = texts;
    }

    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>As it is built into the program; empty where it has none for this language.</summary>
    public static LanguageBook Of(Language language)
    {
        using var file = typeof(LanguageBook).Assembly.GetManifestResourceStream($"TrunkBot.Languages.{language.Tag}.json");
        return new LanguageBook(language, file is null ? new Dictionary<string, string>() : Read(file));
    }

    /// <summary>What is said instead of this English text; null where nobody has translated it.</summary>
    /// <param name="english">The text; <c>{0}</c> stands where the first value is put in.</param>
    /// <param name="values">What is put in.</param>
    public string? Say(string english, params IReadOnlyList<object?> values) =>
        _messages.GetOrAdd(english, static (english, texts) => texts.TryGetValue(english, out var text) ? Message.Parse(text) : null, Texts)?.Say(_language, values);

    private static Dictionary<string, string> Read(Stream file)
    {
        using var document = JsonDocument.Parse(file);
        return document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }
}
