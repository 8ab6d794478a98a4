using TrunkBot.Intake.Noticing;

namespace TrunkBot.Intake.Words;

/// <summary>A table: a line of labels, and under it lines with as many cells. CSV, a spreadsheet's tabs, or Markdown's bars.</summary>
/// <param name="Labels">The cells of the first line.</param>
/// <param name="Rows">The cells of the lines below.</param>
internal sealed record Grid(IReadOnlyList<Stretch> Labels, IReadOnlyList<IReadOnlyList<Stretch>> Rows)
{
    private static readonly System.Buffers.SearchValues<char> s_rule = System.Buffers.SearchValues.Create("|-+: \t>");
    private static readonly System.Buffers.SearchValues<char> s_signs = System.Buffers.SearchValues.Create("!$%&#?^~@+=<>{}\\");
    private static readonly char[] s_separators = ['\t', '|', ';', ','];

    /// <summary>Every table of a text.</summary>
    public static IEnumerable<Grid> In(string text)
    {
        List<Stretch> lines = [.. Lines.In(text)];
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (labels, separator) = Header(text, lines[i]);
            if (labels is null || text.AsSpan(lines[i].Start).TrimStart().StartsWith("insert ", StringComparison.OrdinalIgnoreCase) || (Row(text, lines[i + 1], separator, labels.Count) is { } second && IsList(text, labels, second)))
                continue;
            var rows = new List<IReadOnlyList<Stretch>>();
            while (i + 1 < lines.Count && Row(text, lines[i + 1], separator, labels.Count) is { } row)
            {
                i++;
                if (row.Count > 0)
                    rows.Add(row);
            }

            if (rows.Count > 0)
                yield return new(labels, rows);
        }
    }

    private static (List<Stretch>? Labels, char Separator) Header(string text, Stretch line)
    {
        foreach (var separator in s_separators)
        {
            if (text.AsSpan(line.Start, line.End - line.Start).Count(separator) is 0 or > 60)
                continue;
            var cells = Cells(text, line, separator);
            var named = cells.Count(cell => !cell.IsEmpty && IsLabel(cell.In(text)));
            if (named >= 2 && named * 2 >= cells.Count(cell => !cell.IsEmpty))
                return (cells, separator);
        }

        return (null, ' ');
    }

    // A password can end in a word for one; a label has no signs, and its digits stand alone.
    private static bool IsLabel(string cell) => cell.Length < 40 && !cell.AsSpan().ContainsAny(s_signs)
        && !Word.In(cell).Exists(word => word.Text.Any(char.IsDigit) && word.Text.Any(char.IsLetter) && word.Text is not "e164") && LabelTable.IsLabel(cell);

    // Label and value on each line are no table of columns: there the next line begins with a label too.
    private static bool IsList(string text, List<Stretch> labels, List<Stretch> row) =>
        labels.Count is 2 && row is [var first, _] && IsLabel(first.In(text)) && LabelTable.Exact(Word.Phrase(labels[1].In(text))) is LabelKind.None && !SecretWords.IsOne(Folded.Of(labels[1].In(text)));

    // Null ends the table; no cells are a rule such as |---|---| or ---+---.
    private static List<Stretch>? Row(string text, Stretch line, char separator, int count)
    {
        var span = text.AsSpan(line.Start, line.End - line.Start);
        if (span.Contains('-') && !span.ContainsAnyExcept(s_rule))
            return [];
        if (span.Count(separator) is 0 or > 200)
            return null;
        if (!span.ContainsAnyExcept(s_rule))
            return [];
        var cells = Cells(text, line, separator);
        return cells.Count * 2 >= count ? cells : null;
    }

    private static List<Stretch> Cells(string text, Stretch line, char separator)
    {
        var cells = new List<Stretch>();
        var start = line.Start;
        while (start < line.End && text[start] is '>' or ' ')
            start++;
        if (separator is '|' && start < line.End && text[start] is '|')
            start++;
        var (isQuoted, isBlank) = (false, true);
        for (var i = start; i <= line.End; i++)
        {
            if (i < line.End && text[i] is '"' && (isQuoted || isBlank))
                isQuoted = !isQuoted;
            isBlank &= i < line.End && char.IsWhiteSpace(text[i]);
            if (i < line.End && (isQuoted || text[i] != separator))
                continue;
            cells.Add(Inner(text, start, i));
            (start, isBlank) = (i + 1, true);
        }

        if (separator is '|' && cells is [.., { IsEmpty: true }])
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static Stretch Inner(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end - start > 1 && text[start] is '"' && text[end - 1] is '"' ? new(start + 1, end - 1) : new(start, end);
    }
}
