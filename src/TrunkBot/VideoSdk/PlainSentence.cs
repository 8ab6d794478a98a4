using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrunkBot.Secrets.Redaction;

namespace TrunkBot.VideoSdk;

/// <summary>Makes a foreign text fit to be shown in a chat: one line, bounded, and nothing in it that a card would draw as anything but text.</summary>
internal static partial class PlainSentence
{
    /// <param name="text">What somebody else wrote.</param>
    /// <param name="longest">In characters.</param>
    /// <param name="instead">What to say in place of a text that repeats one of our secrets, in whatever code.</param>
    public static string? Of(string? text, int longest, string? instead)
    {
        // Before anything is changed or cut, so that no half of a secret stays. What is not looked at is not shown.
        if (HiddenSecrets.OccurIn(text))
            return instead;
        var words = new StringBuilder();
        foreach (var rune in (text is { Length: > HiddenSecrets.LongestText } ? text[..HiddenSecrets.LongestText] : text ?? "").EnumerateRunes())
            words.Append(Harmless(rune));
        var plain = EmphasisMark().Replace(words.ToString(), " ").Replace("://", "∶//", StringComparison.Ordinal);
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '+', '=', ' ');
        return line.Length == 0 ? null : Cut(line, longest);
    }

    private static string Harmless(Rune rune) => rune.Value switch
    {
        '[' => "(",
        ']' => ")",
        '<' => "‹",
        '>' => "›",
        '`' or '"' => "'",
        '*' => "∗",
        '~' => "∼",
        '#' => "＃",
        '|' or '\\' => "/",
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
            ? " "
            : rune.ToString(),
    };

    // Within a word, as in trunk_name, it is only a letter.
    [GeneratedRegex("(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")]
    private static partial Regex EmphasisMark();

    private static string Cut(string line, int longest)
    {
        if (line.Length <= longest)
            return line;
        var end = longest - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
