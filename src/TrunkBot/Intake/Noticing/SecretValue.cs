using System.Buffers;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Where the value begins and ends that a word calls a secret.</summary>
internal static class SecretValue
{
    private const int FurtherWords = 6, FurtherCharacters = 60, LongestOption = 64, LongestUser = 256, MostWordsOfLabel = 4, LongestGap = 80;

    private static readonly HashSet<string> s_connectors =
        ["is", "ist", "lautet", "es", "est", "e", "sera", "equals", "are", "was", "を", "は", "है", "हैं", "has", "を使用"];

    // "set the password to …": only what looks like one, for a password also leads to places.
    private static readonly HashSet<string> s_becoming = ["to", "as", "auf", "zu", "a", "en", "para"];

    private static readonly HashSet<string> s_joints = ["and", "und", "y", "et", "e", "with", "mit", "con", "avec", "com", "user", "username", "host", "for", "fur", "on", "at", "या", "और"];

    private static readonly SearchValues<char> s_stops = SearchValues.Create(".;?!\t|,");

    /// <summary>The value after the word; null where none is given.</summary>
    public static Stretch? After(string text, List<Word> words, int label, Stretch line)
    {
        if (NamePart.Is(text, words[label]))
            return null;
        var at = ValueText.Skip(text, words[label].End, line.End);
        if (IsOption(text, words[label].Start, line.Start) && at == words[label].End && at < line.End && text[at] is ' ')
            return ValueText.Token(text, at, line.End);
        if (ValueMember.After(text, words[label].End, line) is var (inside, ofLine))
            return Separated(text, inside, ofLine, mayBeBelow: false);
        if (ValueText.Separator(text, at, line.End) is { } behind)
            return Separated(text, behind, line);
        if (Aligned(text, at, line, words, label) is { } aligned)
            return aligned;
        if (label + 1 >= words.Count || SecretWords.IsAbout(words[label + 1].Text))
            return label + 1 >= words.Count && at >= line.End ? OnNextLine(text, words, line) : null;
        return OnThisLine(text, words, label, at, line) ?? (EndsOpen(text, words, label, line) ? Below(text, line) : null);
    }

    // "…and the password is", with nothing after it.
    private static bool EndsOpen(string text, List<Word> words, int label, Stretch line) => words.Count - label <= FurtherWords
        && s_connectors.Contains(words[^1].Text) && text.AsSpan(words[^1].End, line.End - words[^1].End).Trim(" :").IsEmpty;

    private static Stretch? OnThisLine(string text, List<Word> words, int label, int at, Stretch line)
    {
        var next = words[label + 1];
        if (s_connectors.Contains(next.Text))
            return Connected(text, next.End, line);
        if (s_becoming.Contains(next.Text) && Spoken(text, next.End, line) is { } set)
            return set;
        if (next.Start - at <= 1 && Spoken(text, at, line) is { } spoken)
            return spoken;
        return Further(text, words, label, line) is { } separated ? Separated(text, separated, line) : null;
    }

    /// <summary>The second of <c>acme / S3cret</c> or <c>acme:S3cret</c>.</summary>
    public static Stretch? SecondOfTwo(string text, int end, Stretch line)
    {
        if (ValueText.Separator(text, ValueText.Skip(text, end, line.End), line.End) is not { } behind)
            return PairAfter(text, end, line);
        var first = ValueText.Token(text, behind, Math.Min(line.End, behind + LongestUser));
        if (first.IsEmpty)
            return null;
        var colon = text.AsSpan(first.Start, first.End - first.Start).IndexOfAny(':', '/');
        if (colon > 0 && first.Start + colon + 1 < first.End)
            return Judged(text, new(first.Start + colon + 1, first.End));
        var at = first.End;
        while (at < line.End && text[at] is ' ')
            at++;
        return at < line.End && text[at] is '/' or ':' or '|' or ',' ? Judged(text, ValueText.Token(text, at + 1, line.End)) is { } second && BareSecret.IsLikely(second.In(text)) ? second : null : null;
    }

    // "credentials acme:S3cret", without a separator: only what looks like a user and a password.
    private static Stretch? PairAfter(string text, int end, Stretch line)
    {
        var pair = ValueText.Token(text, end, Math.Min(line.End, end + LongestUser));
        var colon = text.AsSpan(pair.Start, pair.End - pair.Start).IndexOf(':');
        if (colon <= 0 || pair.Start == end)
            return null;
        var second = new Stretch(pair.Start + colon + 1, pair.End);
        var value = second.In(text);
        return value.Any(char.IsLetter) && value[0] is not '/' && BareSecret.IsLikely(value) && !value.Contains('@', StringComparison.Ordinal) ? Judged(text, second) : null;
    }

    // Columns that blanks align: the label begins the line, and two blanks or more come before the value.
    private static Stretch? Aligned(string text, int at, Stretch line, List<Word> words, int label)
    {
        if (label > MostWordsOfLabel || at + 2 >= line.End || text[at] is not ' ' || text[at + 1] is not ' ')
            return null;
        var value = ValueText.Token(text, at, line.End);
        return value.IsEmpty || value.Start > words[label].End + LongestGap || LabelTable.IsLabel(value.In(text)) || Placeholder.IsProse(text.AsSpan(value.Start, line.End - value.Start)) ? null : Judged(text, value);
    }

    private static Stretch? Separated(string text, int behind, Stretch line, bool mayBeBelow = true)
    {
        while (behind < line.End && (char.IsWhiteSpace(text[behind]) || text[behind] is '\\' or '*' or '|' or '[' || (text[behind] is '>' or '=' or ':')))
            behind++;
        if (behind >= line.End || text[behind] is '}' or ',' or ';' && line.End - behind is 1)
            return mayBeBelow && NextContent(text, line) is { } next ? Separated(text, next.Start, next, mayBeBelow: false) : null;
        if (ValueText.Quoted(text, behind, line.End) is { } quoted)
            return Judged(text, quoted);
        return Placeholder.IsProse(text.AsSpan(behind, line.End - behind)) || IsLink(text.AsSpan(behind, line.End - behind))
            ? null
            : Judged(text, ValueText.Trimmed(text, behind, NextPair.After(text, behind, line.End)));
    }

    private static bool IsLink(ReadOnlySpan<char> value) => value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static Stretch? Connected(string text, int end, Stretch line)
    {
        var at = end;
        while (at < line.End && (text[at] is ' ' or ':' or '\t'))
            at++;
        if (ValueText.Quoted(text, at, line.End) is { } quoted)
            return Judged(text, quoted);
        var rest = ValueText.Token(text, at, line.End);
        return rest.IsEmpty || Placeholder.IsProse(text.AsSpan(at, line.End - at)) || Placeholder.IsProse(rest.In(text).AsSpan().TrimEnd(".,;!?")) ? null : Judged(text, rest);
    }

    // "password S3cret": only what looks like one, for "password" stands in many sentences.
    private static Stretch? Spoken(string text, int at, Stretch line)
    {
        while (at < line.End && text[at] is ' ')
            at++;
        var token = ValueText.Quoted(text, at, line.End) ?? ValueText.Token(text, at, line.End);
        return !token.IsEmpty && BareSecret.IsLikely(token.In(text)) ? Judged(text, token) : null;
    }

    // "Password for the SIP account: …"
    private static int? Further(string text, List<Word> words, int label, Stretch line)
    {
        for (var i = label + 1; i < words.Count && i <= label + FurtherWords && words[i].End - words[label].End <= FurtherCharacters; i++)
        {
            if (SecretWords.IsAbout(words[i].Text))
                return null;
            if (text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).ContainsAny(s_stops))
                return null;
            if (ValueText.Separator(text, ValueText.Skip(text, words[i].End, line.End), line.End) is { } behind)
                return behind;
            if (s_connectors.Contains(words[i].Text) && i + 1 < words.Count)
                return words[i].Text is "e" or "es" or "has" ? null : words[i].End;
        }

        return null;
    }

    private static Stretch? OnNextLine(string text, List<Word> words, Stretch line) => words.Count <= 4 ? Below(text, line) : null;

    // A word alone: a sentence that follows is none.
    private static Stretch? Below(string text, Stretch line) =>
        NextContent(text, line) is { } next && text.AsSpan(next.Start, next.End - next.Start).Trim().IndexOfAny(' ', '\t') < 0 && !NextPair.Begins(text, next.Start, next.End)
        && ValueText.Token(text, next.Start, next.End) is var token && BareSecret.IsLikely(token.In(text)) ? Judged(text, token) : null;

    // The value may stand on the next line that is not empty, unless that is a label itself.
    private static Stretch? NextContent(string text, Stretch line)
    {
        var after = line.End + 1;
        for (var blank = 0; blank < 3 && after < text.Length; blank++)
        {
            var end = text.IndexOf('\n', after);
            var next = new Stretch(after, end < 0 ? text.Length : end);
            var start = Lines.ContentStart(text, next);
            if (start < next.End)
                return NextPair.Begins(text, start, next.End) || text[start] is '}' or ']' or ')' ? null : new(start, next.End);
            after = next.End + 1;
        }

        return null;
    }

    private static Stretch? Judged(string text, Stretch value) =>
        value.IsEmpty || Placeholder.Is(value.In(text)) || s_joints.Contains(Folded.Of(value.In(text))) ? null : value;

    private static bool IsOption(string text, int start, int lineStart)
    {
        var (at, first) = (start, Math.Max(lineStart, start - LongestOption));
        while (at > first && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'))
            at--;
        return at + 2 <= start && text[at] is '-' && text[at + 1] is '-';
    }
}
