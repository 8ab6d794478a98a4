namespace TrunkBot.Intake.Words;

/// <summary>The lines of a text by their places.</summary>
internal static class Lines
{
    public static IEnumerable<Noticing.Stretch> In(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            yield return new(start, end);
            start = end + 1;
        }
    }

    /// <summary>Where a line's words begin: behind the marks of a quoted mail and of a list.</summary>
    public static int ContentStart(string text, Noticing.Stretch line)
    {
        var at = line.Start;
        while (at < line.End && (char.IsWhiteSpace(text[at]) || text[at] is '>' or '|' or '•' or '*' or '–' or '·'))
            at++;
        if (at + 1 < line.End && text[at] is '-' && text[at + 1] is ' ')
            return at + 2;
        var digits = at;
        while (digits < line.End && digits - at < 2 && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits > at && digits + 1 < line.End && text[digits] is '.' or ')' && text[digits + 1] is ' ' ? digits + 2 : at;
    }
}
