using System.Net;
using System.Text.RegularExpressions;

namespace TrunkBot.Intake.Forms;

/// <summary>A command line: form fields of curl, and options such as <c>--friendly-name "x"</c>. A JSON body is read as JSON.</summary>
internal static partial class CommandSheet
{
    private static readonly HashSet<string> s_fields = ["-d", "--data", "--data-urlencode", "--data-raw", "-F", "--form", "--form-string"];

    public static Sheet? Of(string text)
    {
        if (!Start().IsMatch(text))
            return null;
        List<Pair> pairs = [];
        List<string> words = [.. Split(text)];
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : "";
            if (s_fields.Contains(words[i]))
                pairs.AddRange(Fields(next));
            else if (words[i] is ['-', '-', ..] option && next is not ['-', ..])
                pairs.AddRange(Option(option[2..], next));
        }

        pairs.RemoveAll(pair => pair.Kind is Words.LabelKind.None);
        return pairs.Count > 0 ? new(pairs, 1, "") { IsCode = true } : null;
    }

    private static IEnumerable<Pair> Fields(string data)
    {
        if (data is ['{' or '[' or '@', ..])
            yield break;
        foreach (var field in data.Split('&'))
        {
            if (field.IndexOf('=') is var at and > 0 && field.Length < 500)
                yield return Pair.Of(field[..at], field[(at + 1)..].Contains('%') ? WebUtility.UrlDecode(field[(at + 1)..]) : field[(at + 1)..].Replace('+', field[(at + 1)..].StartsWith('+') ? '+' : ' '), field);
        }
    }

    private static IEnumerable<Pair> Option(string name, string value)
    {
        if (name is "user" or "url" or "request" or "header" or "data-binary" or "json" or "location" or "region" or "profile" || name.Contains("user:", StringComparison.Ordinal))
            yield break;
        if (name.IndexOf('=') is var at and > 0)
            yield return OfTrunk(Pair.Of(name[..at], name[(at + 1)..], $"--{name}"));
        else
            yield return OfTrunk(Pair.Of(name, value, $"--{name} {value}"));
    }

    // A command has one thing to name.
    private static Pair OfTrunk(Pair pair) => pair.Kind is Words.LabelKind.Name ? pair with { Kind = Words.LabelKind.TrunkName } : pair;

    // As a shell parts its words: blanks, quotes, and a backslash before the end of a line.
    private static IEnumerable<string> Split(string text)
    {
        var word = new System.Text.StringBuilder();
        var (quote, begun) = ('\0', false);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quote is '\0' && char.IsWhiteSpace(character))
            {
                if (begun)
                    yield return word.ToString();
                word.Clear();
                begun = false;
            }
            else if (character == quote)
                quote = '\0';
            else if (quote is '\0' && character is '"' or '\'')
                (quote, begun) = (character, true);
            else if (character is '\\' && quote is not '\'' && i + 1 < text.Length)
            {
                if (text[++i] is not ('\n' or '\r'))
                    word.Append(text[i]);
            }
            else
            {
                word.Append(character);
                begun = true;
            }
        }

        if (begun)
            yield return word.ToString();
    }

    [GeneratedRegex(@"(?:^|\n|[`$;>]\s*)\s*(?:curl|http|https|xh|wget|twilio|lk|livekit-cli|telnyx|vapi|plivo|aws|trunk(?:ctl)?|\.?/?\w*trunk\w*)\s[^\n]*?-", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
