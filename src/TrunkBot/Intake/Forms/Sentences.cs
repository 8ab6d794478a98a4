using System.Collections.Frozen;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>What a sentence says of a trunk: "…the SIP domain is …", "call it …", "with user …".</summary>
internal static class Sentences
{
    private const int LongestLabel = 4, LongestSentence = 4000, LongestToken = 400;

    private static readonly System.Buffers.SearchValues<char> s_breaks = System.Buffers.SearchValues.Create(",.;:!?()\n");

    // One dot can stand in a user name too; these are what hosts end in.
    private static readonly FrozenSet<string> s_ends = Set("com net org io co de fr es pt br in jp uk eu us ch at nl it be info biz ai voip tel local");
    private static readonly FrozenSet<string> s_connectors = Set("is are ist lautet sind es son est sont e sao era should will be sera soll sein named called namens はです は है हैं to as");
    private static readonly FrozenSet<string> s_naming = Set("called named namens genannt llamado llamada llamarlo llamarla appele appelee nomme nommee chamado chamada titled heisst heist bezeichnet");
    private static readonly FrozenSet<string> s_namingIt =
        FrozenSet.ToFrozenSet(["call it", "call this", "name it", "nenn ihn", "nenne ihn", "nennt ihn", "nenn es", "appelle le", "appelez le", "chama ele", "chame o"]);

    private static readonly FrozenSet<string> s_stops = Set(
        "of for with on at to and or outbound inbound using via from in as is so that which trunk please by mit fur auf an und von uber ausgehend eingehend para con en y por saliente entrante de pour avec sur et sortant entrant com em e saida entrada the a an host server domain user username number numbers direction");
    private static readonly FrozenSet<string> s_noUsers = Set(
        "is are the a an and or name id guide manual account accounts wants needs has can will should must may cannot reports says asked list with for on in at to of who that which interface agent password passwort contrasena senha im in der die das ist hat sin with without support "
        + "experience data base group groups und y et e ou o del de la le el por para com con pour mit von credentials auth authentication below above here there active live ready locked disabled blocked enabled expired created aor aors contact transport context endpoint down up broken working not no my your our their his her this these those be been already also field error login friendly");

    public static IEnumerable<Pair> PairsIn(string sentence)
    {
        if (sentence.Length > LongestSentence)
            yield break;
        var words = Word.In(sentence);
        for (var i = 0; i < words.Count; i++)
        {
            var naming = i + 1 < words.Count && s_namingIt.Contains($"{words[i].Text} {words[i + 1].Text}") ? i + 1 : i;
            if ((naming > i || s_naming.Contains(words[i].Text)) && NameAfter(sentence, words, naming) is { } name)
            {
                yield return new("name", LabelKind.TrunkName, name, sentence);
                i = naming;
                continue;
            }

            for (var count = Math.Min(LongestLabel, words.Count - i); count > 0; count--)
            {
                if (Labelled(sentence, words, i, count) is not { } pair)
                    continue;
                yield return pair;
                i += count - 1;
                break;
            }
        }
    }

    private static Pair? Labelled(string sentence, List<Word> words, int at, int count)
    {
        var (start, end) = (words[at].Start, words[at + count - 1].End);
        if (!IsOneLabel(sentence, words, at, count))
            return null;
        var kind = LabelTable.Exact(string.Join(' ', words.Skip(at).Take(count).Select(word => word.Text)));
        return kind switch
        {
            LabelKind.Host or LabelKind.Proxy when Token(sentence, AfterConnector(words, at + count, end)) is { } token && Addresses.Read(token) is not null => new(sentence[start..end], kind, token, sentence),
            LabelKind.User when UserAfter(sentence, words, at + count, end) is { } user => new(sentence[start..end], kind, user, sentence),
            LabelKind.TrunkName or LabelKind.Name when QuotedAfter(sentence, AfterConnector(words, at + count, end)) is { } name => new(sentence[start..end], LabelKind.TrunkName, name, sentence),
            LabelKind.Name when at + count < words.Count && NameAfter(sentence, words, at + count - (s_connectors.Contains(words[at + count].Text) ? 0 : 1)) is { } name => new(sentence[start..end], LabelKind.Name, name, sentence),
            _ => null,
        };
    }

    private static bool IsOneLabel(string sentence, List<Word> words, int at, int count)
    {
        for (var i = at + 1; i < at + count; i++)
        {
            if (words[i].Start - words[i - 1].End > 1 || sentence[words[i - 1].End..words[i].Start] is not ("" or " " or "-" or "_" or "'" or "’"))
                return false;
        }

        return true;
    }

    private static int AfterConnector(List<Word> words, int next, int end)
    {
        while (next < words.Count && s_connectors.Contains(words[next].Text) && words[next].Start - end <= 2)
            end = words[next++].End;
        return end;
    }

    private static string? UserAfter(string sentence, List<Word> words, int next, int end)
    {
        var after = AfterConnector(words, next, end);
        if (Token(sentence, after) is not { } token)
            return null;
        var isSaid = after > end || sentence.AsSpan(end).TrimStart() is [':' or '=' or '"' or '\'' or '`' or '「', ..];
        var first = Word.In(token) is [var word, ..] ? word.Text : "";
        return token.Length is >= 2 and <= 64 && !s_noUsers.Contains(first) && (Addresses.Read(token) is not { } host || host.Host.Count(c => c is '.') is 1 && !s_ends.Contains(host.Host[(host.Host.IndexOf('.') + 1)..])) && (isSaid || token.Any(c => char.IsDigit(c) || c is '_' or '-' or '.') || words.Count <= 40)
            && !LabelTable.IsLabel(token) && !token.Contains('@', StringComparison.Ordinal) ? token : null;
    }

    private static string? NameAfter(string sentence, List<Word> words, int at)
    {
        var start = words[at].End;
        if (QuotedAfter(sentence, start) is { } quoted)
            return quoted;
        var end = start;
        for (var i = at + 1; i < words.Count && i <= at + 5; i++)
        {
            if (sentence.AsSpan(end, words[i].Start - end).ContainsAny(s_breaks) && !(sentence.AsSpan(end, words[i].Start - end) is "." && end > start) || s_stops.Contains(words[i].Text))
                break;
            end = words[i].End;
        }

        var name = sentence[start..end].Trim();
        return name.Length is >= 3 and <= 64 ? name : null;
    }

    private static string? QuotedAfter(string sentence, int at)
    {
        while (at < sentence.Length && sentence[at] is ' ' or ':' or '=')
            at++;
        if (at >= sentence.Length || "\"'“„«「`‘".IndexOf(sentence[at]) is not (>= 0 and var mark))
            return null;
        var close = sentence.AsSpan(at + 1).IndexOfAny("\"'””»」`’"[mark], '“');
        return close is >= 3 and <= 64 ? sentence.Substring(at + 1, close).Trim() : null;
    }

    private static string? Token(string sentence, int at)
    {
        while (at < sentence.Length && (sentence[at] is ' ' or ':' or '=' or '"' or '\'' or '`' or '“' or '「' or '*' or '<'))
            at++;
        var end = at;
        while (end < sentence.Length && end - at < LongestToken && !char.IsWhiteSpace(sentence[end]) && sentence[end] is not (',' or '"' or '\'' or '`' or '”' or '」' or '、' or '。' or ')' or '>' or '*'))
            end++;
        return end > at ? sentence[at..end].TrimEnd('.', ';', '!', '?') is { Length: > 0 } token ? token : null : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
