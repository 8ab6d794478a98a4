using System.Globalization;

namespace TrunkBot.Intake.Words;

/// <summary>A word of a line, folded, and where it stands. <c>authPassword</c> and <c>SIP_PASSWORD</c> are two words each.</summary>
internal readonly record struct Word(string Text, int Start, int End)
{
    /// <summary>The words between two places of a text.</summary>
    public static List<Word> In(string text, string folded, int start, int end)
    {
        var words = new List<Word>();
        var begun = -1;
        for (var i = start; i <= end; i++)
        {
            var inside = i < end && IsPart(text[i]);
            if (begun >= 0 && (!inside || IsSeam(text, begun, i)))
            {
                words.Add(new(folded[begun..i], begun, i));
                begun = -1;
            }

            if (inside && begun < 0)
                begun = i;
        }

        return words;
    }

    public static List<Word> In(string text) => In(text, Folded.Of(text), 0, text.Length);

    /// <summary>The words of a label with single blanks between them.</summary>
    public static string Phrase(string label) => string.Join(' ', In(label).Select(word => word.Text));

    // Combining marks are letters' parts in Devanagari.
    private static bool IsPart(char character) => char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || character is 'ー';

    private static bool IsSeam(string text, int begun, int at)
    {
        var (before, here) = (text[at - 1], text[at]);
        if (char.IsAscii(before) != char.IsAscii(here) && (IsWide(before) || IsWide(here)))
            return true;
        return (char.IsLower(before) && char.IsUpper(here))
            || (char.IsUpper(before) && char.IsUpper(here) && at + 2 < text.Length && char.IsLower(text[at + 1]) && char.IsLower(text[at + 2]) && at - begun >= 2);
    }

    private static bool IsWide(char character) => character >= '\u0900';
}
