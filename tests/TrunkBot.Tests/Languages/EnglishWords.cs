using System.Text.RegularExpressions;
using TrunkBot.Languages;
using TrunkBot.Tests.Words;

namespace TrunkBot.Tests.Languages;

/// <summary>What is left of English in what somebody reads.</summary>
internal static partial class EnglishWords
{
    private static readonly IReadOnlyList<(string Key, Regex Said)> s_sentences =
        [.. SaidTexts.Keys.Where(key => SpokenTexts.HasTwoWords(Hole().Replace(key, ""))).Select(key => (key, Pattern(key)))];

    private static readonly IReadOnlyList<string> s_labels = [.. SaidTexts.Keys.Where(key => key.All(char.IsAsciiLetter))];

    /// <summary>Texts of the code that are read here as they stand in it, and words of its own for values.</summary>
    public static IReadOnlyList<string> In(string read, Language language) =>
    [
        .. s_sentences.Where(sentence => sentence.Said.IsMatch(read) && language.Book.Texts[sentence.Key] != sentence.Key).Select(sentence => sentence.Key),
        .. Labels(read, language).Union(Values(read)),
    ];

    /// <summary>Single words of the code that stand alone on a line.</summary>
    public static IEnumerable<string> Labels(string read, Language language) =>
        read.Split('\n').Select(line => line.TrimEnd(':')).Where(line => s_labels.Contains(line) && language.Book.Texts[line] != line).Distinct();

    /// <summary>Directions, roles and states by the words by which they are stored, but for those of a command or a setting.</summary>
    public static IEnumerable<string> Values(string read) => StoredWord().Matches(read).Select(word => word.Value).Distinct();

    // A hole is whatever stands there; a text that is mostly holes would be found everywhere.
    private static Regex Pattern(string key) => new(
        @"(?<!\w)" + string.Join("[^\n]{0,200}?", Hole().Split(key).Select(Regex.Escape)) + @"(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    [GeneratedRegex(@"(?<![\w:/-]|--direction )(inbound|outbound|Requester|Approver|Admin|Pending|Provisioning|OutcomeUnknown|Granted|Withdrawn|TollFree|SharedCost)(?![\w-])")]
    private static partial Regex StoredWord();

    [GeneratedRegex(@"\{[a-z0-9-]+\}")]
    private static partial Regex Hole();
}
