using System.Globalization;
using System.Text;

namespace TrunkBot.Intake.Words;

/// <summary>Makes spellings of one word the same: case, accents, full-width letters; each character stays where it was.</summary>
internal static class Folded
{
    // As many as Unicode's stream-safe text has in a row.
    private const int MostMarks = 30;

    private static readonly char[] s_latin = [.. Enumerable.Range(0, 0x250).Select(code => Plain((char)code))];

    /// <summary>The same length as before.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Of(source[i]);
    });

    public static char Of(char character) => character switch
    {
        < (char)0x250 => s_latin[character],
        >= '\uff01' and <= '\uff5e' => s_latin[character - 0xfee0],
        '\u3000' => ' ',
        _ => char.ToLowerInvariant(character),
    };

    /// <summary>Line ends as one, no invisible characters, ordinary blanks; letters and their accents put together.</summary>
    public static string Tidy(string text)
    {
        var kept = new StringBuilder(text.Length);
        var well = Mended(text);
        for (var i = 0; i < well.Length; i++)
        {
            if (well[i] is '\r')
                kept.Append(i + 1 < well.Length && well[i + 1] is '\n' ? "" : "\n");
            else if (Shown(well[i]) is { } character)
                kept.Append(character);
        }

        return kept.ToString();
    }

    private static char? Shown(char character) => character switch
    {
        '\n' or '\t' => character,
        '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' => '\n',
        _ when char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control => null,
        _ when char.IsWhiteSpace(character) => ' ',
        _ => character,
    };

    private static string Mended(string text) =>
        Ascii.IsValid(text) ? text : WithFewMarks(text) is var well && well.IsNormalized(NormalizationForm.FormC) ? well : well.Normalize(NormalizationForm.FormC);

    // Half of a surrogate pair cannot be normalised, nor, in .NET, U+FFFE, which is no character; and marks without end take the square of their number to be put in order; no word that matters has either.
    private static string WithFewMarks(string text)
    {
        var (kept, marks) = (new StringBuilder(text.Length), 0);
        Span<char> written = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks && rune.Value is not 0xFFFE)
                kept.Append(written[..rune.EncodeToUtf16(written)]);
        }

        return kept.ToString();
    }

    private static char Plain(char character) => character switch
    {
        'ß' => 's',
        'ø' or 'Ø' => 'o',
        'ł' or 'Ł' => 'l',
        _ => char.ToLowerInvariant(char.IsLetter(character) ? character.ToString().Normalize(NormalizationForm.FormD)[0] : character),
    };
}
