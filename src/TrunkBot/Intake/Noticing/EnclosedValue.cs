using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>A value whose place says what it is: between an element's tags, in the second cell of a line, behind a variable of a container or a shell, in the next argument of a call.</summary>
internal static class EnclosedValue
{
    /// <summary>The value of the label; null where it has none of these forms.</summary>
    public static Stretch? After(string text, List<Word> words, int label, Stretch line) =>
        OfElement(text, words[label], line) ?? OfAttributes(text, words[label].Start, line) ?? OfArgument(text, words[label].End, line) ?? OfVariable(text, words, label, line) ?? OfCell(text, words, label, line);

    // <sip:authPassword>…</sip:authPassword>
    private static Stretch? OfElement(string text, Word word, Stretch line)
    {
        if (word.End >= line.End || text[word.End] is not '>')
            return null;
        var start = ValueText.NameStart(text, word.Start, line.Start);
        if (start > line.Start && text[start - 1] is ':')
            start = ValueText.NameStart(text, start - 1, line.Start);
        if (start == line.Start || text[start - 1] is not '<')
            return null;
        var end = text.IndexOf("</", word.End, line.End - word.End, StringComparison.Ordinal);
        return end < 0 ? null : new(word.End + 1, end);
    }

    // <param value="…" name="password"/>
    private static Stretch? OfAttributes(string text, int start, Stretch line)
    {
        // It is itself a value: name="password"
        start = ValueText.NameStart(text, start, line.Start);
        if (start < line.Start + 2 || text[start - 1] is not ('"' or '\'') || text[start - 2] is not '=')
            return null;
        var tag = text.LastIndexOf('<', start, start - line.Start + 1);
        if (tag < 0 || text.IndexOf('>', tag, start - tag) >= 0 || text.IndexOf(" value=", tag, start - tag, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var value))
            return null;
        return ValueText.Quoted(text, value + " value=".Length, start);
    }

    /// <summary>What stands in the argument that follows one which ends here: <c>modparam("uac", "auth_password", "…")</c>.</summary>
    public static Stretch? InArgument(string text, int end, Stretch line)
    {
        if (end + 1 >= line.End || text[end] is not ('"' or '\'') || text[end + 1] is not ',')
            return null;
        var at = end + 2;
        while (at < line.End && text[at] is ' ')
            at++;
        return at < line.End && text[at] == text[end] ? ValueText.Quoted(text, at, line.End) : null;
    }

    private static Stretch? OfArgument(string text, int end, Stretch line) =>
        InArgument(text, end, line) is { } value && BareSecret.IsLikely(value.In(text)) && !value.In(text).All(char.IsLetter) ? value : null;

    private static Stretch? OfVariable(string text, List<Word> words, int label, Stretch line) =>
        label > 0 && words[0].Text is "env" or "setenv" && words[label].End < line.End && text[words[label].End] is ' ' ? ValueText.Token(text, words[label].End, line.End) : null;

    // Password;… as a line of its own
    private static Stretch? OfCell(string text, List<Word> words, int label, Stretch line)
    {
        var at = words[label].End;
        if (label > 1 || at >= line.End || text[at] is not (';' or ',') || text[Lines.ContentStart(text, line)..words[label].Start].AsSpan().ContainsAny(';', ','))
            return null;
        var value = ValueText.Trimmed(text, at + 1, line.End);
        return value.IsEmpty || value.In(text) is var cell && (cell.AsSpan().ContainsAny(" ;,\"") || LabelTable.IsLabel(cell) || SecretWords.IsOne(Folded.Of(cell))) ? null : value;
    }
}
