using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using TrunkBot.Languages;

namespace TrunkBot.Tests.Languages;

/// <summary>What somebody reads in a language that is not theirs.</summary>
internal static partial class ForeignWords
{
    private static readonly ConcurrentDictionary<Language, IReadOnlyList<string>> s_foreign = new();

    public static IReadOnlyList<string> In(string read, Language language) =>
    [
        .. s_foreign.GetOrAdd(language, FindForeign).Where(piece => read.Contains(piece, StringComparison.Ordinal)),
        .. language == Language.English ? [] : EnglishWords.In(read, language),
    ];

    // Of each text its longest piece without a value, where that is long enough to be nobody's name and stands in no text of their own.
    private static List<string> FindForeign(Language language)
    {
        var own = string.Join('\n', language == Language.English ? SaidTexts.Keys : language.Book.Texts.Values);
        return [.. Language.Offered.Where(other => other != language && other != Language.English)
            .SelectMany(other => other.Book.Texts.Values)
            .Select(text => Value().Split(text).MaxBy(piece => piece.Length)!.Trim())
            .Where(piece => piece.Length >= (piece.Any(char.IsAsciiLetter) ? 12 : 6) && !own.Contains(piece, StringComparison.Ordinal))
            .Distinct()];
    }

    [GeneratedRegex(@"[{}#]|\b(?:plural|one|other)\b")]
    private static partial Regex Value();
}
