using System.Text.RegularExpressions;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>The values of an SQL insert whose column is called a secret.</summary>
internal static partial class SecretInserts
{
    public static IEnumerable<Stretch> In(string text)
    {
        if (!text.Contains('('))
            yield break; // to make the rule costs as much as to read hundreds of messages
        var inserts = Insert().Matches(text);
        for (var at = 0; at < inserts.Count; at++)
        {
            var insert = inserts[at];
            var columns = insert.Groups["columns"].Value.Split(',').Select(IsSecret).ToList();
            if (!columns.Contains(true))
                continue;
            var values = Values(text, insert.Index + insert.Length, at + 1 < inserts.Count ? inserts[at + 1].Index : text.Length).ToList();
            for (var i = 0; i < values.Count; i++)
            {
                if (columns[i % columns.Count] && !Placeholder.Is(values[i].In(text)))
                    yield return values[i];
            }
        }
    }

    // What stands between commas and brackets, row after row, without its quotes.
    private static IEnumerable<Stretch> Values(string text, int from, int end)
    {
        for (var at = from; at < end && text[at] is not ';'; at++)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is ',' or '(' or ')')
                continue;
            var isQuoted = text[at] is '\'' or '"';
            var start = isQuoted ? at + 1 : at;
            var stop = isQuoted ? text.IndexOf(text[at], start, end - start) : text.AsSpan(start, end - start).IndexOfAny(',', ')') is var next and >= 0 ? start + next : -1;
            if (stop < 0)
                stop = end;
            yield return new(start, stop);
            at = isQuoted ? stop : stop - 1;
        }
    }

    private static bool IsSecret(string column)
    {
        var words = Word.In(column);
        return Enumerable.Range(0, words.Count).Any(at => SecretWords.At(words, at) > 0);
    }

    [GeneratedRegex(@"(?i)\binsert\s+into\s+[^\s(]+\s*\((?<columns>[^()]+)\)\s*values\b", RegexOptions.NonBacktracking)]
    private static partial Regex Insert();
}
