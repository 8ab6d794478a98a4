using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Where on a line another label begins: a value ends there.</summary>
internal static class NextPair
{
    private static readonly string[] s_schemes = ["sip", "sips", "tel", "mailto", "http", "https"];

    /// <summary>The end of a value that begins here.</summary>
    public static int After(string text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (IsBreak(text, i, end, out var label) && Begins(text, label, end))
                return i;
        }

        return end;
    }

    /// <summary>Whether a label and its separator stand here.</summary>
    public static bool Begins(string text, int start, int end)
    {
        var limit = Math.Min(end, start + 40);
        var words = 0;
        for (var i = start; i < limit; i++)
        {
            if (text[i] is '：' || (text[i] is ':' or '=' && i > start && (i + 1 >= end || text[i + 1] is not '/') && !(i + 1 < end && char.IsDigit(text[i + 1]) && text[i] is ':')))
                return !IsSchemeAlone(text, start, i, end) && LabelTable.IsLabel(text[start..i]);
            if (text[i] is ' ' && ++words > 4)
                return false;
            if (!(char.IsLetterOrDigit(text[i]) || text[i] is ' ' or '-' or '_' or '.' or '"' or '\'' or '(' or ')' or '*' or '/' or 'ー' || char.IsSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
                return false;
        }

        return false;
    }

    /// <summary>Where a label ends that a line begins with; -1 where none does.</summary>
    public static int Separator(string line)
    {
        for (var i = 1; i < Math.Min(line.Length, 64); i++)
        {
            if (line[i] is ':' && IsScheme(line, i))
            {
                while (i + 1 < line.Length && !char.IsWhiteSpace(line[i + 1]) && line[i + 1] is not (',' or ';' or '>' or '"'))
                    i++;
                continue;
            }

            if (line[i] is '：' or '\t' or '|' or '＝' || (line[i] is '=' or ':' && !(line.AsSpan(i).StartsWith("://", StringComparison.Ordinal))))
                return i;
            if (line[i] is ' ' && i + 2 < line.Length && line[i - 1] is not ' ' && line[i + 1] is ' ' && LabelTable.IsLabel(line[..i]))
                return i;
            if (ValueText.Leaders(line, i, line.Length) is { } end)
                return end - 1;
            if (line[i] is '-' or '–' or '—' && line[i - 1] is ' ' && i + 1 < line.Length && line[i + 1] is ' ' or '>')
                return i;
        }

        return -1;
    }

    // sip:acme@host is an address, not a label and its value.
    private static bool IsScheme(string line, int colon)
    {
        var before = line[..colon];
        return Array.Exists(s_schemes, scheme => before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase) && (colon == scheme.Length || !char.IsLetterOrDigit(before[^(scheme.Length + 1)])))
            && colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1]);
    }

    private static bool IsSchemeAlone(string text, int start, int colon, int end) => text[colon] is ':' && colon + 1 < end && !char.IsWhiteSpace(text[colon + 1])
        && Array.Exists(s_schemes, scheme => colon - start == scheme.Length && string.Compare(text, start, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) is 0);

    private static bool IsBreak(string text, int at, int end, out int label)
    {
        label = at + 1;
        if (text[at] is not (',' or ';' or '|' or '/' or '\t' or '、' or '，' or ' ') || (text[at] is ' ' && text[at - 1] is ' '))
            return false;
        while (label < end && text[label] is ' ')
            label++;
        foreach (var joint in (string[])["and ", "und ", "y ", "et ", "e "])
        {
            if (string.CompareOrdinal(text, label, joint, 0, joint.Length) is 0)
                label += joint.Length;
        }

        return label < end;
    }
}
