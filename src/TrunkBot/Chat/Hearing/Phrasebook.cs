using System.Text.RegularExpressions;
using TrunkBot.Languages;

namespace TrunkBot.Chat.Hearing;

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
    public bool IsAnswer(string spoken) => Plain(spoken) is var plain && (_answers.Contains(plain) || (!IsPhrase(plain) && _answers.Contains(Typed.InEnglish(plain))));

    /// <summary>Whether it is more than one word, here or in English: a single word can be an answer.</summary>
    public static bool IsSeveralWords(string spoken) => Plain(spoken) is var plain && (HasBlank(plain) || HasBlank(Typed.InEnglish(plain)));

    /// <summary>The line that was meant, as a command's own words; null when it is no phrase.</summary>
    /// <param name="spoken">A tidy line.</param>
    /// <param name="hasOwnText">Whether a question mark in it belongs to a comment or to a value.</param>
    public string? LineFor(string spoken, bool hasOwnText = false)
    {
        if (spoken.Length > LongestOrder || spoken.Contains('\n', StringComparison.Ordinal))
            return null;
        var ids = Request().Matches(spoken);
        return ids.Select(id => id.Groups["number"].Value).Distinct().Count() switch
        {
            0 => AboutTrunk(spoken) ?? OfWords(spoken),
            1 => AboutOne(spoken, ids[0], asks: !hasOwnText && Asks(spoken)),
            _ => null,
        };
    }

    /// <summary>Whether the line asks for a trunk in general words, whatever else it says about it.</summary>
    public static bool AsksForATrunk(string spoken) => spoken.Length <= LongestOrder && (Wish().IsMatch(Plain(spoken)) || HasAtAnEnd(spoken, TypedWords.Wish));

    /// <summary>Whether something is to be deleted, which nothing here does.</summary>
    public static bool WantsDeleted(string spoken) => spoken.Length <= LongestOrder && (Deletion().IsMatch(Plain(spoken)) || HasAtAnEnd(spoken, TypedWords.Delete));

    /// <summary>Whether something is asked, wherever in the line.</summary>
    public static bool Asks(string spoken) => Question().IsMatch(spoken);

    /// <summary>Whether nothing but the bot or its noun was said.</summary>
    public static bool IsCall(string spoken) => Typed.InEnglish(Plain(spoken)) is "" or "trunk" or "trunkbot";

    /// <summary>The words alone, in small letters: no quotes or stars around them, no full stop behind them, no courtesy.</summary>
    public static string Plain(string spoken)
    {
        var words = Blanks().Replace(spoken.ToLowerInvariant(), " ").Trim().Trim('"', '\'', '*', '_', '`', '~', '>', ' ', '¿', '¡', '「', '」').TrimStart('/');
        words = Ending().Replace(words, "");
        var bare = CourtesyAfter().Replace(CourtesyBefore().Replace(words, ""), "");
        return WithoutCourtesy((bare.Length > 0 ? bare : words).Trim());
    }

    private string? OfWords(string spoken)
    {
        var plain = Plain(spoken);
        if (plain.Length == 0)
            return spoken.Contains('?', StringComparison.Ordinal) ? HelpCommand.Spec.Words : null;
        if (Phrase(plain) is { } line)
            return line;
        // Options are passed on as they were typed.
        var options = spoken.IndexOf(" --", StringComparison.Ordinal);
        if (options <= 0)
            return null;
        return Phrase(AsksForATrunk(spoken[..options]) ? NewTrunk : Plain(spoken[..options])) is { } before ? before + spoken[options..] : null;
    }

    // English first: what means something there means the same in every language.
    private string? Phrase(string plain) =>
        _phrases.GetValueOrDefault(plain) ?? _phrases.GetValueOrDefault(WithoutTrunk(plain)) ?? _phrases.GetValueOrDefault(Typed.InEnglish(plain));

    private bool IsPhrase(string plain) => _phrases.ContainsKey(plain) || _phrases.ContainsKey(WithoutTrunk(plain));

    private string? AboutOne(string spoken, Match id, bool asks)
    {
        var number = $"TR-{id.Groups["number"].Value}";
        var (before, rest) = (spoken[..id.Index], spoken[(id.Index + id.Length)..].Trim());
        var verb = Verb(before) ?? Verb(Typed.InEnglish(before));
        // Where a verb comes last, it is all that comes.
        if (verb is null && Plain(before).Length == 0 && Typed.InEnglish(rest) is var last && last != Typed.Fold(rest) && Verb(last) is { } said)
            (verb, rest) = (said, "");
        if (verb is { Changes: true } && (asks || rest.StartsWith('?')))
            return $"{Show} {number}";
        if (verb is { } spec)
            return spec.FreeTextAfter is null && spec.Command.Arguments.Count == 1 && !rest.Contains("--", StringComparison.Ordinal)
                ? $"{spec.Words} {number}"
                : $"{spec.Words} {number} {rest}".TrimEnd();
        return spoken.Length <= LongestAboutARequest && !MoreThanWords().IsMatch(spoken.Remove(id.Index, id.Length)) ? $"{Show} {number}" : null;
    }

    // "show the trunk aB3dE6gH9jK2mN5pQ8sT1"
    private string? AboutTrunk(string spoken)
    {
        var words = spoken.TrimEnd('?', '.', '!', ' ');
        var id = words[(words.LastIndexOf(' ') + 1)..];
        return IdArgument.IsShaped(id) && Plain(words[..^id.Length]) is var before && (Verb(before) ?? Verb(Typed.InEnglish(before)))?.Words == Show ? $"{Show} {id}" : null;
    }

    private CommandSpec? Verb(string said) =>
        _aboutOne.GetValueOrDefault(string.Join(' ', Words().Matches(said.ToLowerInvariant()).Select(word => word.Value).Where(word => !IsNoise(word))));

    private static string WithoutCourtesy(string words)
    {
        foreach (var courtesy in (string[])[.. Typed.Words(TypedWords.Hello), .. Typed.Words(TypedWords.Thanks)])
            if (Typed.Fold(words) is var folded && folded.Length > courtesy.Length && IsAtAnEnd(folded, courtesy))
                words = (folded.StartsWith(courtesy, StringComparison.Ordinal) ? folded[courtesy.Length..] : folded[..^courtesy.Length]).Trim(' ', ',');
        return words;
    }

    private static bool HasAtAnEnd(string spoken, string meaning) =>
        Typed.Words(meaning) is { Count: > 0 } words && Typed.Fold(Plain(spoken)) is var plain && words.Any(word => IsAtAnEnd(plain, word));

    // A whole word or words, the first or the last; where no blanks are written, they need none around them.
    private static bool IsAtAnEnd(string plain, string word) =>
        (plain.StartsWith(word, StringComparison.Ordinal) && (plain.Length == word.Length || IsBetween(plain[word.Length], word[^1])))
        || (plain.EndsWith(word, StringComparison.Ordinal) && IsBetween(plain[^(word.Length + 1)], word[0]));

    private static bool IsBetween(char beside, char ofWord) => beside is ' ' or ',' or '、' || ofWord >= '\u3040';

    private static bool HasBlank(string words) => words.Contains(' ', StringComparison.Ordinal);

    private static string WithoutTrunk(string plain) => plain.StartsWith("trunk ", StringComparison.Ordinal) ? plain["trunk ".Length..] : plain;

    private static bool IsNoise(string word) => word is "trunk" or "request" or "requests" or "me" or "the" or "my" or "of" or "for" or "please" or "pls" or "number";

    // Not within a longer word: an id of VideoSDK's can have these letters and digits between two of its hyphens.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<!\p{N}[\p{L}\p{N}_-]{0,63}[-_])tr[\s\-_\u2010-\u2015\u2212]{0,2}(?<number>\d{1,18})(?![\p{L}\p{N}-[\p{IsHiragana}]])(?![-_][\p{L}_-]{0,63}\p{N})", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Words();

    // Digits, addresses and labels: this is about more than the request.
    [GeneratedRegex(@"[\d@:=]|\w\.\w|--")]
    private static partial Regex MoreThanWords();

    // What an address asks of a server is no question: page?id=7. Japanese asks without a mark too.
    [GeneratedRegex(@"[?？¿](?!\w+=)|か[\s.。!！」]*$")]
    private static partial Regex Question();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\s.,;:!?…""'*_`~。、！？।」]+$")]
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
