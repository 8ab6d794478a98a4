using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>A value that words lead to from its label: “has been reset to …”, “should be …”, “ist ab sofort …”; and one that comes before it: “… is the password”.</summary>
internal static partial class LinkedValue
{
    private const int MostLinks = 8, MostBetween = 4;

    private static readonly FrozenSet<string> s_links = Set(
        "is are was were be been being has have had will shall should must would can could may might isnt now currently still actually again going to as follows the following new changed reset set updated rotated renewed temporarily "
        + "ist sind war wird wurde worden werden lautet soll muss sollte jetzt nun ab sofort aktuell weiterhin wieder auf zu neu wie folgt geandert zuruckgesetzt gesetzt erneuert "
        + "es son sera era fue ha sido ahora desde hoy actualmente cambiada cambiado restablecida a e foi agora atualmente alterada est maintenant ete change changee modifie reinitialise en por para cambio अब");

    private static readonly FrozenSet<string> s_are = Set("is was are ist war lautet es era fue est foi");

    private static readonly FrozenSet<string> s_between = Set(
        "the my our your his her their this that a new sip trunk trunks voip user account das mein unser dein euer ihr neue neues la el mi su tu nuestra nueva le mot de notre votre");

    /// <summary>The value behind such words; only what looks like a password, for most of what follows them is none.</summary>
    public static Stretch? After(string text, List<Word> words, int label, Stretch line)
    {
        var last = label;
        while (last + 1 < words.Count && last - label < MostLinks && s_links.Contains(words[last + 1].Text) && IsNear(text, words[last].End, words[last + 1].Start))
            last++;
        if (last == label)
            return null;
        var at = words[last].End;
        var separated = false;
        for (; at < line.End && (text[at] is ' ' or ':' or '\t' or '：'); at++)
            separated |= text[at] is ':' or '：';
        var value = ValueText.Quoted(text, at, line.End) ?? ValueText.Token(text, at, line.End);
        return !value.IsEmpty && (IsSecret(value.In(text)) || (separated && !Placeholder.IsProse(text.AsSpan(at, line.End - at)))) ? value : null;
    }

    /// <summary>The value before them.</summary>
    public static Stretch? Before(string text, List<Word> words, int label, Stretch line)
    {
        // It ends the sentence: "acme01 is our account, password …" says another.
        if (words[label].End < line.End && text[words[label].End] is not ('.' or ',' or ';' or '!' or '?' or ')'))
            return null;
        var first = label;
        while (first > 0 && label - first < MostBetween && s_between.Contains(words[first - 1].Text) && IsNear(text, words[first - 1].End, words[first].Start))
            first--;
        if (first < 1 || !s_are.Contains(words[first - 1].Text) || !IsNear(text, words[first - 1].End, words[first].Start))
            return null;
        var end = words[first - 1].Start;
        while (end > line.Start && text[end - 1] is ' ' or '"' or '\'' or '`' or '”')
            end--;
        var start = end;
        while (start > line.Start && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '`' or '“'))
            start--;
        return IsSecret(text[start..end]) ? new(start, end) : null;
    }

    /// <summary>The value behind a word with its particle: パスワードは….</summary>
    public static Stretch? AfterParticle(string text, int end, Stretch line)
    {
        var (at, separated) = (end, false);
        for (; at < line.End && (text[at] is ' ' or ':' or '\u3000' or '：' or '「'); at++)
            separated |= text[at] is ':' or '：' or '「';
        var stop = at;
        while (stop < line.End && text[stop] is > ' ' and <= '~')
            stop++;
        return stop > at && (separated || IsSecret(text[at..stop])) ? new(at, stop) : null;
    }

    /// <summary>Whether the word only leads to what follows it.</summary>
    public static bool Leads(string word) => s_links.Contains(word);

    private static bool IsSecret(string value) => BareSecret.IsLikely(value) && !Placeholder.Is(value) && !Moment().IsMatch(value);

    private static bool IsNear(string text, int end, int start) => text.AsSpan(end, start - end).Trim(" \t").IsEmpty;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2}|\d+[-–]\d+$|v\d+(\.\d+)*$|\d{1,2}[.:/]\d{1,2}|\d+(st|nd|rd|th|h|x|%|min|days?)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Moment();
}
