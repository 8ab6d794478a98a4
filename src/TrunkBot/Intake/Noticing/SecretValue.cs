using System.Buffers;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Where the value begins and ends that a word calls a secret.</summary>
internal static class SecretValue
{
    private const int FurtherWords = 10, LongestOpening = 3, ShortestQuoted = 8, FurtherCharacters = 80, MostWordsOfLabel = 4, LongestGap = 80;

    private static readonly HashSet<string> s_connectors =
        ["is", "ist", "lautet", "es", "est", "e", "sera", "equals", "are", "was", "を", "は", "है", "हैं", "has", "を使用"];

    private static readonly HashSet<string> s_joints = ["and", "und", "y", "et", "e", "with", "mit", "con", "avec", "com", "user", "username", "host", "for", "fur", "on", "at", "या", "और"];

    // Of a console that shows a password, copied with it.
    private static readonly HashSet<string> s_buttons = ["show", "hide", "copy", "reveal", "edit", "view", "anzeigen", "verbergen", "kopieren", "mostrar", "copiar", "表示", "コピー"];

    private static readonly SearchValues<char> s_stops = SearchValues.Create(".;?!\t|,");

    /// <summary>The value after the word; null where none is given.</summary>
    public static Stretch? After(string text, List<Word> words, int label, Stretch line)
    {
        if (NamePart.Is(text, words[label]))
            return null;
        var at = ValueText.Skip(text, words[label].End, line.End);
        if (at + 1 < line.End && text[at] is '.' && text[at + 1] is ':' or '=')
            at++; // "Passw.:"
        if (IsOption(text, words[label].Start, line.Start) && at == words[label].End && at < line.End && text[at] is ' ')
            return ValueText.Token(text, at, line.End);
        if (EnclosedValue.After(text, words, label, line) is { } enclosed)
            return Judged(text, enclosed);
        if (ValueMember.After(text, words[label].End, line) is var (inside, ofLine))
            return Separated(text, inside, ofLine, mayBeBelow: false);
        if (ValueText.Separator(text, at, line.End) is { } behind)
            return Separated(text, behind, line);
        if (Aligned(text, at, line, words, label) is { } aligned)
            return aligned;
        if (LinkedValue.After(text, words, label, line) is { } linked)
            return linked;
        return Behind(text, words, label, at, line) ?? LinkedValue.Before(text, words, label, line);
    }

    private static Stretch? Behind(string text, List<Word> words, int label, int at, Stretch line)
    {
        if (label + 1 >= words.Count || IsAbout(words, label + 1))
            return label + 1 >= words.Count && at >= line.End ? OnNextLine(text, words, line) : null;
        return OnThisLine(text, words, label, at, line) ?? (EndsOpen(text, words, label, line) ? Below(text, line) : null);
    }

    // "password policy", "passwordSecretRef"
    private static bool IsAbout(List<Word> words, int next) => SecretWords.IsAbout(words[next].Text)
        || (SecretWords.IsOne(words[next].Text) && next + 1 < words.Count && SecretWords.IsAbout(words[next + 1].Text));

    private static bool Opens(ReadOnlySpan<char> gap) => gap.Length <= LongestOpening && gap.Trim("\"'`“„«‘ ").IsEmpty;

    // "…and the password is", with nothing after it.
    private static bool EndsOpen(string text, List<Word> words, int label, Stretch line) => words.Count - label <= FurtherWords
        && s_connectors.Contains(words[^1].Text) && text.AsSpan(words[^1].End, line.End - words[^1].End).Trim(" :").IsEmpty;

    private static Stretch? OnThisLine(string text, List<Word> words, int label, int at, Stretch line)
    {
        var next = words[label + 1];
        if (s_connectors.Contains(next.Text))
            return Connected(text, next.End, line);
        if ((next.Start - at <= 1 || Opens(text.AsSpan(at, next.Start - at))) && Spoken(text, at, line) is { } spoken)
            return spoken;
        return Further(text, words, label, line);
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
        if (IsFolded(text, behind, line.End))
            behind = line.End;
        if (behind >= line.End || text[behind] is '}' or ',' or ';' && line.End - behind is 1)
            return mayBeBelow && NextContent(text, line) is { } next ? Separated(text, next.Start, next, mayBeBelow: false) : null;
        if (ValueText.Quoted(text, behind, line.End) is { } quoted)
            return Judged(text, quoted);
        return Placeholder.IsProse(text.AsSpan(behind, line.End - behind)) || IsWebAddress(text.AsSpan(behind, line.End - behind))
            ? null
            : Judged(text, ValueText.Trimmed(text, behind, NextPair.After(text, behind, line.End)));
    }

    // YAML's "password: >-", whose value is the next line. A dash alone says that there is none.
    private static bool IsFolded(string text, int at, int end) => text[at - 1] is '>' or '|' && text.AsSpan(at, end - at).TrimEnd() is "-" or "+";

    /// <summary>Whether it is an address of the web.</summary>
    public static bool IsWebAddress(ReadOnlySpan<char> value) => value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static Stretch? Connected(string text, int end, Stretch line)
    {
        var at = end;
        while (at < line.End && (text[at] is ' ' or ':' or '\t'))
            at++;
        if (ValueText.Quoted(text, at, line.End) is { } quoted)
            return Judged(text, quoted);
        var rest = ValueText.Token(text, at, line.End);
        return rest.IsEmpty || LinkedValue.Leads(Folded.Of(rest.In(text))) || Placeholder.IsProse(text.AsSpan(at, line.End - at)) || Placeholder.IsProse(rest.In(text).AsSpan().TrimEnd(".,;!?")) ? null : Judged(text, rest);
    }

    // "password S3cret": only what looks like one, for "password" stands in many sentences.
    private static Stretch? Spoken(string text, int at, Stretch line)
    {
        while (at < line.End && text[at] is ' ')
            at++;
        if (ValueText.Quoted(text, at, line.End) is { } quoted)
            return BareSecret.IsLikely(quoted.In(text)) || (quoted.End - quoted.Start >= ShortestQuoted && quoted.In(text).All(char.IsLetter)) ? Judged(text, quoted) : null;
        var token = ValueText.Token(text, at, line.End);
        // Before a password some devices write with one digit how it is hidden.
        if (token.End - token.Start is 1 && char.IsAsciiDigit(text[token.Start]))
            token = ValueText.Token(text, token.End, line.End);
        return !token.IsEmpty && BareSecret.IsLikely(token.In(text)) && !IsAttribute(text, token, line) ? Judged(text, token) : null;
    }

    // placeholder="…"
    private static bool IsAttribute(string text, Stretch token, Stretch line) =>
        text[token.End - 1] is '=' && token.End < line.End && text[token.End] is '"' or '\'';

    // "Password for the SIP account: …", "password for acme@sip.carrier.com: …"
    private static Stretch? Further(string text, List<Word> words, int label, Stretch line)
    {
        for (var i = label + 1; i < words.Count && i <= label + FurtherWords && words[i].End - words[label].End <= FurtherCharacters; i++)
        {
            if (SecretWords.IsAbout(words[i].Text))
                return null;
            // The dots and the at sign of a host are no stops.
            if (text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is not ("." or "@") and var gap && gap.ContainsAny(s_stops))
                return null;
            if (ValueText.Separator(text, ValueText.Skip(text, words[i].End, line.End), line.End) is { } behind)
                return Separated(text, behind, line);
            if (LinkedValue.After(text, words, i, line) is { } linked)
                return linked;
            if (s_connectors.Contains(words[i].Text) && i + 1 < words.Count)
                return words[i].Text is "e" or "es" or "has" ? null : Separated(text, words[i].End, line);
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
            if (start < next.End && s_buttons.Contains(Folded.Of(text[start..next.End].Trim())))
                blank--;
            else if (start < next.End)
                return NextPair.Begins(text, start, next.End) || text[start] is '}' or ']' or ')' || Placeholder.IsClosing(text.AsSpan(start, next.End - start)) ? null : new(start, next.End);
            after = next.End + 1;
        }

        return null;
    }

    /// <summary>The value, unless it only stands where one would be.</summary>
    public static Stretch? Judged(string text, Stretch value) =>
        value.IsEmpty || Placeholder.Is(value.In(text)) || s_joints.Contains(Folded.Of(value.In(text))) ? null : value;

    private static bool IsOption(string text, int start, int lineStart)
    {
        var at = ValueText.NameStart(text, start, lineStart);
        return at + 2 <= start && text[at] is '-' && text[at + 1] is '-';
    }
}
