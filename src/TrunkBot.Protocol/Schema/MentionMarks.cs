using System.Buffers;
using System.Net;
using System.Text;

namespace TrunkBot.Protocol.Schema;

/// <summary>
/// Finds mentions in a text, in one pass and in time that grows with the text alone. Text and entity do not agree on everything: a channel puts
/// attributes into the mark, encodes the name on one side only, or gives the name without a mark.
/// </summary>
internal static class MentionMarks
{
    /// <summary>Teams takes far fewer; more than these are text.</summary>
    public const int MostMentions = 100;

    /// <summary>How much longer a text can become.</summary>
    public const int MostGrowth = 8 * 1024;

    private const int LongestMark = 400;
    private const string Open = "<at", Close = "</at>";

    /// <summary>The text with each mention replaced; where the replacement is null it stays. Several of one name are taken in the order of the entities.</summary>
    public static string Replace(string text, IEnumerable<Entity> mentions, Func<Entity, string?> replacement)
    {
        var named = new Names(mentions);
        if (named.Count == 0)
            return text;
        var starts = SearchValues.Create([Open, .. named.Bare], StringComparison.OrdinalIgnoreCase);
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        var growth = 0;
        while (rest.IndexOfAny(starts) is >= 0 and var at)
        {
            result.Append(rest[..at]);
            rest = rest[at..];
            var length = Mark(rest, named, out var mention);
            var written = mention is null ? null : replacement(mention);
            // A mark that is none of these is passed by one letter, for a name may begin within it.
            length = length == 0 ? 1 : length;
            var kept = written is not null && growth + written.Length - length <= MostGrowth ? written : rest[..length];
            growth += kept.Length - length;
            result.Append(kept);
            rest = rest[length..];
        }

        return result.Append(rest).ToString();
    }

    private static int Mark(ReadOnlySpan<char> text, Names named, out Entity? mention)
    {
        var near = text[..Math.Min(text.Length, LongestMark)];
        if (near.StartsWith(Open, StringComparison.OrdinalIgnoreCase) && near.Length > Open.Length && near[Open.Length] is '>' or ' '
            && near.IndexOf('>') is >= 0 and var end && near.IndexOf(Close, StringComparison.OrdinalIgnoreCase) is var close && close > end)
        {
            mention = named.Next(near[(end + 1)..close].ToString());
            return mention is null ? 0 : close + Close.Length;
        }

        return named.NextBare(near, out mention);
    }

    /// <summary>Who is meant by a name, however it is written.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, Queue<Entity>> _byName = new(StringComparer.OrdinalIgnoreCase);

        public Names(IEnumerable<Entity> mentions)
        {
            foreach (var mention in mentions.Take(MostMentions))
            {
                var written = mention.Text is { Length: > 0 } text ? text : mention.Mentioned!.Name ?? "";
                if (written.Length is 0 or > LongestMark)
                    continue;
                var name = Normal(WithoutMark(written));
                if (!_byName.TryGetValue(name, out var same))
                    _byName[name] = same = new Queue<Entity>();
                same.Enqueue(mention);
                if (mention.Text is { Length: > 0 } && !written.StartsWith(Open, StringComparison.OrdinalIgnoreCase))
                    Bare.Add(written);
            }
        }

        public int Count => _byName.Count;

        /// <summary>Names that stand in the text without a mark, the longest first.</summary>
        public SortedSet<string> Bare { get; } = new(Comparer<string>.Create(
            (a, b) => a.Length != b.Length ? b.Length - a.Length : StringComparer.OrdinalIgnoreCase.Compare(a, b)));

        public Entity? Next(string name)
        {
            if (!_byName.TryGetValue(Normal(name), out var same))
                return null;
            return same.Count > 1 ? same.Dequeue() : same.Peek();
        }

        public int NextBare(ReadOnlySpan<char> text, out Entity? mention)
        {
            foreach (var name in Bare)
            {
                if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                mention = Next(name);
                return name.Length;
            }

            mention = null;
            return 0;
        }

        private static string WithoutMark(string written) =>
            written.StartsWith(Open, StringComparison.OrdinalIgnoreCase) && written.EndsWith(Close, StringComparison.OrdinalIgnoreCase)
            && written.IndexOf('>', StringComparison.Ordinal) is var end && end + 1 <= written.Length - Close.Length
                ? written[(end + 1)..^Close.Length]
                : written;

        private static string Normal(string name) => string.Join(
            ' ', UnseenCharacters.TakeOff(WebUtility.HtmlDecode(name)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
