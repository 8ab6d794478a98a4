using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace TrunkBot.Chat.Hearing;

/// <summary>Turns what somebody typed into what the parser expects: phones and word processors change dashes, quotes and blanks.</summary>
internal static partial class ChatLine
{
    private const int MostWords = 2000;

    /// <summary>The line without one leading slash, with plain dashes before options, plain quotes and plain blanks.</summary>
    public static string Tidy(string text)
    {
        var line = text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim();
        if (line.StartsWith('/'))
            line = line[1..].TrimStart();
        // A question is one in every keyboard's sign.
        if (line.EndsWith('？'))
            line = $"{line[..^1]}?";
        line = DashesOfAnOption().Replace(line, "--");
        line = DoubleQuotes().Replace(SingleQuotes().Replace(line, "'"), "\"");
        return WithoutStop(HyphenOfAnId().Replace(line, "$1-$2"));
    }

    // A sentence ends behind the id that it is about, or behind a command of one word or two. What follows is somebody's own text.
    private static string WithoutStop(string line) => (IdAndStop().Match(line), CommandAndStop().Match(line)) switch
    {
        ({ Success: true } id, _) => line.Remove(id.Groups["stop"].Index, id.Groups["stop"].Length),
        (_, { Success: true } command) => line.Remove(command.Groups["stop"].Index),
        _ => line,
    };

    /// <summary>The words of a tidy line; quotes hold words together.</summary>
    public static IReadOnlyList<string> Split(string line) => [.. CommandLineParser.SplitCommandLine(line).Take(MostWords)];

    /// <summary>Blanks belong to a telephone number: what follows a number option, up to the next option, is one value.</summary>
    public static IReadOnlyList<string> JoinNumbers(IReadOnlyList<string> words)
    {
        var joined = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            joined.Add(words[i]);
            if (NumberOption().Match(words[i]) is not { Success: true } option)
                continue;
            var more = words.Skip(i + 1).TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
            i += more.Count;
            if (more.Count > 0 && option.Groups["value"].Success)
                joined[^1] = $"{words[i - more.Count]} {string.Join(' ', more)}";
            else if (more.Count > 0)
                joined.Add(string.Join(' ', more));
        }

        return joined;
    }

    // An em dash is what "--" becomes while typing; a lone typographic dash before a word was meant as an option too.
    [GeneratedRegex(@"(?<=^|\s)[\u2010-\u2015\u2212]{1,2}(?=[A-Za-z])")]
    private static partial Regex DashesOfAnOption();

    [GeneratedRegex(@"(?<=^|[\s""'])(TR)[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]([0-9]+)(?![0-9A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HyphenOfAnId();

    [GeneratedRegex(@"(?<=^|\s)TR-[0-9]{1,19}(?<stop>[.,:;]*)(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdAndStop();

    [GeneratedRegex(@"^[A-Za-z]+(?:\s+[A-Za-z]+)?(?<stop>[.,:;]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandAndStop();

    [GeneratedRegex("^--numbers?(?<value>[=:].*)?$", RegexOptions.Singleline)]
    private static partial Regex NumberOption();

    [GeneratedRegex("[\u201c-\u201f\u00ab\u00bb]")]
    private static partial Regex DoubleQuotes();

    [GeneratedRegex("[\u2018-\u201b]")]
    private static partial Regex SingleQuotes();
}
