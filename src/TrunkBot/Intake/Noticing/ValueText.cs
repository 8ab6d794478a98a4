using System.Buffers;

namespace TrunkBot.Intake.Noticing;

/// <summary>Steps over what stands between a label and its value, and finds where the value ends.</summary>
internal static class ValueText
{
    private const int FewestLeaders = 3, LongestName = 64;

    private static readonly SearchValues<char> s_closers = SearchValues.Create("\"'`*_)]}>\\");
    private static readonly SearchValues<char> s_separators = SearchValues.Create(":=：＝\t|→");
    private static readonly SearchValues<char> s_quotes = SearchValues.Create("\"'`“„«‘「");

    /// <summary>Behind closing marks and a remark in brackets.</summary>
    public static int Skip(string text, int at, int end)
    {
        while (at < end && s_closers.Contains(text[at]))
            at++;
        var probe = at;
        while (probe < end && text[probe] is ' ')
            probe++;
        if (probe < end && text[probe] is '(' or '（' && text.AsSpan(probe, Math.Min(50, end - probe)).IndexOfAny(')', '）') is var close and > 0)
            at = probe + close + 1;
        while (at < end && s_closers.Contains(text[at]))
            at++;
        return at;
    }

    /// <summary>Where the name begins that a word ends: of an option, an element, a setting.</summary>
    public static int NameStart(string text, int at, int first)
    {
        first = Math.Max(first, at - LongestName);
        while (at > first && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'))
            at--;
        return at;
    }

    /// <summary>Behind the colon, the sign or the dash that stands here; null where none does.</summary>
    public static int? Separator(string text, int at, int end)
    {
        while (at < end && text[at] is ' ')
            at++;
        if (at >= end)
            return null;
        if (s_separators.Contains(text[at]))
            return at + 1;
        if (Leaders(text, at, end) is { } behind)
            return behind;
        return text[at] is '-' or '–' or '—' && at > 0 && text[at - 1] is ' ' && at + 1 < end && text[at + 1] is ' ' or '>' ? at + 1 : null;
    }

    /// <summary>Behind the dots that lead from a label to its value; null where none do.</summary>
    public static int? Leaders(string text, int at, int end)
    {
        var dots = at;
        while (dots < end && text[dots] is '.' or '…' or '·')
            dots++;
        return dots - at >= FewestLeaders ? dots : null;
    }

    /// <summary>What is between quotes, escaped ones too; null where no quote stands here.</summary>
    public static Stretch? Quoted(string text, int at, int end)
    {
        if (at >= end || !s_quotes.Contains(text[at]))
            return null;
        var close = text[at] switch { '“' or '„' => '”', '«' => '»', '‘' => '’', '「' => '」', var same => same };
        var escaped = at > 0 && text[at - 1] is '\\';
        for (var i = at + 1; i < end; i++)
        {
            if ((text[i] == close || (close is '”' && text[i] is '“' or '"')) && (text[i - 1] is '\\') == escaped)
                return new(at + 1, escaped ? i - 1 : i);
        }

        return new(at + 1, end);
    }

    /// <summary>Up to the next blank.</summary>
    public static Stretch Token(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '='))
            at++;
        var stop = at;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('"' or '。' or '、'))
            stop++;
        return Trimmed(text, at, stop);
    }

    /// <summary>Without what only ends a value.</summary>
    public static Stretch Trimmed(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or '"' or '|' or '\'' or ')' or '}' or '*' or '`'))
            end--;
        return new(start, end);
    }
}
