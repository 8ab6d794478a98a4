using System.Text.RegularExpressions;
using TrunkBot.Languages;
using TrunkBot.Tests.Words;

namespace TrunkBot.Tests.Languages;

/// <summary>What is left of English in what somebody reads.</summary>
internal static partial class EnglishWords
{
    private static readonly IReadOnlyList<(string Key, Regex Said)> s_sentences =
        [.. SaidTexts.Keys.Where(key => SpokenTexts.HasTwoWords(Hole().Replace(key, ""))).Select(key => (key, Pattern(key)))];

    /// <summary>Texts of the code that are read here as they stand in it.</summary>
    public static IReadOnlyList<string> In(string read, Language language) =>
        [.. s_sentences.Where(sentence => sentence.Said.IsMatch(read) && language.Book.Texts[sentence.Key] != sentence.Key).Select(sentence => sentence.Key)];

    // A hole is whatever stands there; a text that is mostly holes would be found everywhere.
    private static Regex Pattern(string key) => new(
        @"(?<!\w)" + string.Join("[^\n]{0,200}?", Hole().Split(key).Select(Regex.Escape)) + @"(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    [GeneratedRegex(@"\{[a-z0-9-]+\}")]
    private static partial Regex Hole();
}
