using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;

namespace TrunkBot.Secrets.Redaction;

/// <summary>
/// The values of all secrets that are in memory now, so that whatever is written can be searched for them. A secret is known from its making
/// and for as long as anybody holds it; nothing has to be registered or taken away by hand.
/// </summary>
internal static class KnownSecrets
{
    // Shorter values occur in ordinary words: replacing them would hide nothing and spoil everything.
    private const int ShortestValue = 6;

    private static readonly ConditionalWeakTable<Secret, Known> All = [];

    public static void Remember(Secret secret)
    {
        if (secret.Reveal().Length >= ShortestValue)
            All.Add(secret, new Known(secret.Reveal()));
    }

    public static bool OccurIn(string? text) => text is { Length: >= ShortestValue } && (PageTokens.Pattern().IsMatch(text) || Found(text).Any());

    /// <summary>The text with every known value as three dots.</summary>
    public static string Redact(string text)
    {
        // The longest first: one secret may contain another.
        foreach (var found in Found(text).OrderByDescending(spelling => spelling.Length))
            text = text.Replace(found, Secret.Mask, StringComparison.Ordinal);
        return PageTokens.Pattern().Replace(text, Secret.Mask);
    }

    /// <summary>What <see cref="HiddenSecrets"/> looks for.</summary>
    public static IEnumerable<string> Folded() => All.SelectMany(secret => secret.Value.Folded);

    private static IEnumerable<string> Found(string text)
    {
        foreach (var (_, known) in All)
            foreach (var spelling in known.Spellings)
                if (text.Contains(spelling, StringComparison.Ordinal))
                    yield return spelling;
    }

    // As it is, and as it stands in a JSON body, in an address and in a page.
    private static IEnumerable<string> SpellingsOf(string value) =>
    [
        value,
        JavaScriptEncoder.Default.Encode(value),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        Uri.EscapeDataString(value),
        HtmlEncoder.Default.Encode(value),
    ];

    // Folded when somebody else's words are looked through; most secrets are gone before that.
    private sealed class Known(string value)
    {
        private string[]? _folded;

        public string[] Spellings { get; } = [.. SpellingsOf(value).Distinct(StringComparer.Ordinal)];

        public string[] Folded => _folded ??= [.. Redaction.Folded.NeedlesOf(value)];
    }
}
