using System.Buffers;
using System.Globalization;
using System.Text;

namespace TrunkBot.Audit.Exporting;

/// <summary>
/// A cell of the audit file that no spreadsheet takes for a formula, whatever it splits a line at: a comma, a semicolon in much of Europe, a tab,
/// or a line break that a reader takes for the end of a row.
/// </summary>
internal static class AuditCell
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(",;|\t\r\n\v\f\u0085\u2028\u2029，；");

    // The full-width forms begin a formula in Excel's East Asian editions.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("=+-@＝＋－＠﹢﹣﹦﹫−");

    /// <summary>The text with an apostrophe before every sign that would begin a formula.</summary>
    public static string? Safe(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var safe = new StringBuilder(text.Length + 1);
        // A tab or a line break at the beginning hides what follows from whoever looks, and not from the spreadsheet.
        if (text[0] is '\t' or '\r' or '\n')
            safe.Append('\'');
        var isBeginning = true;
        foreach (var sign in text)
        {
            if (isBeginning && s_signs.Contains(sign))
                safe.Append('\'');
            safe.Append(sign);
            isBeginning = s_separators.Contains(sign) || (isBeginning && IsPassedOver(sign));
        }

        return safe.ToString();
    }

    /// <summary>True where a reader with another separator would split the cell.</summary>
    public static bool HasSeparator(string? text) => text.AsSpan().ContainsAny(s_separators);

    // A quote that a reader takes off, a blank that it trims, a character that nobody sees.
    private static bool IsPassedOver(char sign) =>
        sign is '"' || char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control;
}
