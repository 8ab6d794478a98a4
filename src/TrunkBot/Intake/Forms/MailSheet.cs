using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>A mail: <c>Label: value</c> on a line, several on a line, or the value below its label.</summary>
internal sealed class MailSheet
{
    private const int MostUnknownWords = 5, LongestBelow = 200, LongestUnknown = 60, LongestLine = 4000, MostOnALine = 40, LongestAlone = 40, MostWordsAlone = 4;

    private string? _label;
    private bool _isForeign, _hasValue;
    private int _block = -1;

    private MailSheet()
    {
    }

    public List<MailPair> Pairs { get; } = [];

    /// <summary>What is not labelled.</summary>
    public List<MailLine> Sentences { get; } = [];

    public static MailSheet Of(string text)
    {
        var sheet = new MailSheet();
        foreach (var line in MailLine.In(text))
            sheet.Take(line);
        return sheet;
    }

    private void Take(MailLine line, int onThisLine = 0)
    {
        if (line.Block != _block)
        {
            _label = _hasValue ? null : _label;
            _isForeign &= _label is not null;
            _block = line.Block;
        }

        if (Labelled(line, onThisLine) || IsLabelAlone(line.Text))
            return;
        if (_label is null || line.Text.Length > LongestBelow)
        {
            Sentences.Add(line);
            return;
        }

        var kind = LabelTable.Kind(_label);
        Add(_label, line.Text, $"{_label}: {line.Text}", line);
        _hasValue = true;
        if (kind is not (LabelKind.Number or LabelKind.Other))
            _label = null;
    }

    // True where the line was a label, with or without its value. What follows on the same line is taken as a line of its own, so a line that never ends would cost its square.
    private bool Labelled(MailLine line, int onThisLine)
    {
        var text = line.Text;
        var at = text.Length > LongestLine || onThisLine > MostOnALine ? -1 : NextPair.Separator(text);
        if (at < 0 || !IsLabel(text, at))
            return false;
        var label = text[..at].Trim('*', '_', ' ', '"', '`', '\'', '•');
        var value = text[(at + 1)..].TrimStart(':', '>', '=', ' ', '\t', '*', '|');
        _label = null;
        if (value.Trim('*', '_', ' ', '|').Length is 0)
        {
            var kind = LabelTable.Kind(label);
            // A heading is a few words; a sentence with "portal" in it is about what comes.
            (_label, _isForeign, _hasValue) = (kind is LabelKind.None ? null : label, kind is LabelKind.Other && Word.In(label).Count <= MostWordsAlone, false);
            return true;
        }

        if (LabelTable.Kind(label) is LabelKind.None && (Word.In(label).Count > 2 || value.Length > LongestUnknown))
            return false;
        var end = NextPair.After(value, 0, value.Length);
        Add(label, value[..end], end == value.Length ? text : $"{label}: {value[..end]}", line);
        if (end < value.Length && value[end..].TrimStart(',', ';', '|', '/', ' ', '、', '，', '\t') is { Length: > 0 } rest)
            Take(line with { Text = WithoutJoint(rest) }, onThisLine + 1);
        return true;
    }

    // A line that is a label and nothing else, with its value below.
    private bool IsLabelAlone(string text)
    {
        if (text.Length > LongestAlone || text.Contains(' ', StringComparison.Ordinal) && Word.In(text).Count > MostWordsAlone)
            return false;
        var kind = LabelTable.Exact(Word.Phrase(text));
        if (kind is LabelKind.None)
            kind = SecretWords.IsOne(Folded.Of(text)) ? LabelKind.Secret : LabelKind.None;
        if (kind is LabelKind.None or LabelKind.TrunkName or LabelKind.Name or LabelKind.Mail)
            return false;
        (_label, _isForeign, _hasValue) = (kind is LabelKind.Secret ? null : text, false, false);
        return true;
    }

    private void Add(string label, string value, string line, MailLine from)
    {
        var pair = Pair.Of(label, value.Trim(' ', '*', '_', '`', '"', '\'', ',', ';', '|', '\t', '<', '>'), line);
        if (_isForeign && pair.Kind is (LabelKind.Number or LabelKind.Name or LabelKind.Phone or LabelKind.Host))
            pair = pair with { Kind = LabelKind.Other };
        Pairs.Add(new(pair, from.Block, from.IsSignature));
    }

    private static bool IsLabel(string text, int at)
    {
        var label = text[..at];
        if (label.AsSpan().ContainsAny("?!,;") || (label.Contains('(', StringComparison.Ordinal) && !label.Contains(')', StringComparison.Ordinal)))
            return false;
        if (LabelTable.IsLabel(label))
            return true;
        return text[at] is ':' or '：' or '=' or '\t' && Word.In(label).Count is > 0 and <= MostUnknownWords && !label.AsSpan().ContainsAny("?!.,;") && !char.IsDigit(label[^1]);
    }

    private static string WithoutJoint(string text)
    {
        foreach (var joint in (string[])["and ", "und ", "y ", "et ", "e "])
        {
            if (text.StartsWith(joint, StringComparison.Ordinal))
                return text[joint.Length..];
        }

        return text;
    }
}

/// <summary>A pair and where in the mail it stands.</summary>
internal sealed record MailPair(Pair Pair, int Block, bool IsSignature);
