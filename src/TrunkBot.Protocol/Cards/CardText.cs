using System.Globalization;
using System.Text;

namespace TrunkBot.Protocol.Cards;

/// <summary>Makes text that came from people safe to show.</summary>
public static class CardText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>
    /// For a <see cref="TextBlock"/> or <see cref="Fact"/>, which read Markdown: what <see cref="Visible"/> gives, with a backslash before every character that
    /// would be Markdown (or begin a <c>{{DATE(…)}}</c>) where it stands, and without indentation. It looks the same as it was typed, and is inert.
    /// An underscore inside a word stays bare, since Markdown leaves it alone there.
    /// </summary>
    public static string Plain(string? text) => Isolate(EscapeMarkdown(Clean(text ?? "")));

    /// <summary>
    /// For places that read no Markdown (plain messages, labels, titles, values, runs, <c>fallbackText</c>): control characters become spaces, line ends
    /// become <c>\n</c>, invisible characters and bidirectional controls are dropped, and right-to-left text is isolated so that it cannot reorder what
    /// stands beside it. Joiners stay: emoji and several scripts need them.
    /// </summary>
    public static string Visible(string? text) => Isolate(Clean(text ?? ""));

    /// <summary>The beginning of a text for which a card may have no room; what was cut off shows as an ellipsis.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="most">How many characters there is room for.</param>
    public static string Cut(string? text, int most)
    {
        if (text is null || text.Length <= most)
            return text ?? "";
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                clean.Append('\n');
            else if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
                clean.Append(' ');
            else if (!IsInvisible(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // Joiners (200C, 200D) and the Arabic number signs (0600 to 08E2) are format characters that people see the effect of.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        && rune.Value is not (0x200C or 0x200D) and not (>= 0x0600 and <= 0x0605) and not (0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2);

    private static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                escaped.Append('\n');
            EscapeLine(lines[i].AsSpan().Trim(' '), escaped);
        }

        return escaped.ToString();
    }

    private static void EscapeLine(ReadOnlySpan<char> line, StringBuilder escaped)
    {
        var marker = BlockMarker(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == marker || IsInlineMarkup(line, i))
                escaped.Append('\\');
            escaped.Append(line[i]);
        }
    }

    /// <summary>Where the character stands that would make this line a heading, list item, quote or rule; -1 for nowhere.</summary>
    private static int BlockMarker(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return -1;
        if (line[0] is '#' or '>' or '=')
            return 0;
        if (line[0] is '-' or '+')
            return line.Length == 1 || line[1] is ' ' or '-' ? 0 : -1;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] == ' ') ? digits : -1;
    }

    private static bool IsInlineMarkup(ReadOnlySpan<char> line, int i) => line[i] switch
    {
        '\\' or '*' or '`' or '[' or ']' or '<' or '~' or '|' or '{' or '&' => true,
        // A name that looks like a web address is made a link by some clients; a SIP host is none.
        '.' => i > 0 && i < line.Length - 1 && char.IsLetterOrDigit(line[i - 1]) && char.IsLetter(line[i + 1]),
        '_' => i == 0 || i == line.Length - 1 || !char.IsLetterOrDigit(line[i - 1]) || !char.IsLetterOrDigit(line[i + 1]),
        _ => false,
    };

    private static string Isolate(string text) =>
        text.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{text}{PopDirectionalIsolate}" : text;

    private static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
