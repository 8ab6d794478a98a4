using System.Text.RegularExpressions;

namespace TrunkBot.Chat;

/// <summary>
/// From what people say to the line that calls a command: “my requests”, “show TR-7”, a button's title. What is asked is only ever shown;
/// a line that changes something comes of its own verb, and never of a question.
/// </summary>
internal sealed partial class Phrasebook
{
    public const string NewTrunk = "new trunk";

    // A longer text is no order: it is read for a trunk.
    private const int LongestOrder = 200, LongestAboutARequest = 80;
    private const string Show = "trunk show";

    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandSpec> _aboutOne = new(StringComparer.Ordinal);

    public Phrasebook(IEnumerable<CommandEntry> commands)
    {
        foreach (var spec in commands.Select(command => command.Spec))
        {
            foreach (var phrase in spec.Phrases)
                _phrases.TryAdd(phrase.Said, $"{spec.Words} {phrase.With}".TrimEnd());
            if (spec.Title is { } title)
                _phrases.TryAdd(title.ToLowerInvariant(), spec.Words);
            _answers.UnionWith(spec.Phrases.Where(phrase => phrase.IsAnswer).Select(phrase => phrase.Said));
        }

        // What people mean by a word counts more than that it is a part of some command's name.
        foreach (var spec in commands.Select(command => command.Spec))
        {
            if (spec.Words.Split(' ') is not [_, var verb])
                continue;
            if (spec.Command.Arguments is [{ Name: "request" or "id" }, ..])
                _aboutOne.TryAdd(verb, spec);
            if (spec.Command.Arguments is not [{ Arity.MinimumNumberOfValues: > 0 }, ..])
                _phrases.TryAdd(verb, spec.Words);
        }
    }

    /// <summary>Whether the words belong to the question that is open.</summary>
    public bool IsAnswer(string spoken) => _answers.Contains(Plain(spoken));

    /// <summary>The line that was meant, as a command's own words; null when it is no phrase.</summary>
    /// <param name="spoken">A tidy line.</param>
    public string? LineFor(string spoken)
    {
        if (spoken.Length > LongestOrder || spoken.Contains('\n', StringComparison.Ordinal))
            return null;
        var ids = Request().Matches(spoken);
        return ids.Select(id => id.Groups["number"].Value).Distinct().Count() switch
        {
            0 => OfWords(spoken),
            1 => AboutOne(spoken, ids[0]),
            _ => null,
        };
    }

    /// <summary>Whether the line asks for a trunk in general words, whatever else it says about it.</summary>
    public static bool AsksForATrunk(string spoken) => spoken.Length <= LongestOrder && Wish().IsMatch(Plain(spoken));

    /// <summary>Whether something is to be deleted, which nothing here does.</summary>
    public static bool WantsDeleted(string spoken) => spoken.Length <= LongestOrder && Deletion().IsMatch(Plain(spoken));

    /// <summary>Whether nothing but the bot or its noun was said.</summary>
    public static bool IsCall(string spoken) => Plain(spoken) is "" or "trunk" or "trunkbot";

    /// <summary>The words alone, in small letters: no quotes or stars around them, no full stop behind them, no courtesy.</summary>
    public static string Plain(string spoken)
    {
        var words = Blanks().Replace(spoken.ToLowerInvariant(), " ").Trim().Trim('"', '\'', '*', '_', '`', '~', '>', ' ').TrimStart('/');
        words = Ending().Replace(words, "");
        var bare = CourtesyAfter().Replace(CourtesyBefore().Replace(words, ""), "");
        return (bare.Length > 0 ? bare : words).Trim();
    }

    private string? OfWords(string spoken)
    {
        var plain = Plain(spoken);
        if (plain.Length == 0)
            return spoken.Contains('?', StringComparison.Ordinal) ? HelpCommand.Spec.Words : null;
        if (_phrases.TryGetValue(plain, out var line) || _phrases.TryGetValue(WithoutTrunk(plain), out line))
            return line;
        // Options are passed on as they were typed.
        var options = spoken.IndexOf(" --", StringComparison.Ordinal);
        if (options <= 0)
            return null;
        var before = AsksForATrunk(spoken[..options]) ? NewTrunk : WithoutTrunk(Plain(spoken[..options]));
        return _phrases.TryGetValue(before, out line) ? line + spoken[options..] : null;
    }

    private string? AboutOne(string spoken, Match id)
    {
        var number = $"TR-{id.Groups["number"].Value}";
        var verb = string.Join(' ', Words().Matches(spoken[..id.Index].ToLowerInvariant()).Select(word => word.Value).Where(word => !IsNoise(word)));
        var rest = spoken[(id.Index + id.Length)..].Trim();
        if (_aboutOne.TryGetValue(verb, out var spec) && !(spec.Changes && rest.StartsWith('?')))
            return spec.FreeTextAfter is null && spec.Command.Arguments.Count == 1 && !rest.Contains("--", StringComparison.Ordinal)
                ? $"{spec.Words} {number}"
                : $"{spec.Words} {number} {rest}".TrimEnd();
        return spoken.Length <= LongestAboutARequest && !MoreThanWords().IsMatch(spoken.Remove(id.Index, id.Length)) ? $"{Show} {number}" : null;
    }

    private static string WithoutTrunk(string plain) => plain.StartsWith("trunk ", StringComparison.Ordinal) ? plain["trunk ".Length..] : plain;

    private static bool IsNoise(string word) => word is "trunk" or "request" or "requests" or "me" or "the" or "my" or "of" or "for" or "please" or "pls" or "number";

    [GeneratedRegex(@"(?<![\p{L}\p{N}])tr[\s\-_\u2010-\u2015\u2212]{0,2}(?<number>\d{1,18})(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Words();

    // Digits, addresses and labels: this is about more than the request.
    [GeneratedRegex(@"[\d@:=]|\w\.\w|--")]
    private static partial Regex MoreThanWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\s.,;:!?…""'*_`~]+$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^((hi|hey|hello|ok|okay|so|please|pls|trunkbot|bot|can you|could you|would you|will you|can i|could i|may i|i want to|i'd like to|i would like to|i need to|let's|let me|just)\b[\s,.!:]*)+(?=\S)")]
    private static partial Regex CourtesyBefore();

    [GeneratedRegex(@"(?<=\S)([\s,]+(please|pls|thanks|thank you|thx|now))+$")]
    private static partial Regex CourtesyAfter();

    [GeneratedRegex(@"^(i |we )?((would like|'d like|need|want|get|give|set|create|make|add|order|ask|request|open|start|new|another|one|up|for|us|me|a|an|more|have) )+(sip )?trunk\b( (for|with|from|at|to|on|in|named|called)\b|$)")]
    private static partial Regex Wish();

    [GeneratedRegex(@"^(trunk )?(delete|remove|drop|destroy|erase|purge|undo|kill)\b")]
    private static partial Regex Deletion();
}
