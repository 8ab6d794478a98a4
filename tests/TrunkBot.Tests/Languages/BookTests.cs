using System.Text.RegularExpressions;
using TrunkBot.Languages;

namespace TrunkBot.Tests.Languages;

/// <summary>The books against the source: no text without its translation, and no translation without its text.</summary>
public sealed partial class BookTests
{
    // Names, and words that are the same there.
    private static readonly Dictionary<string, string[]> s_same = new()
    {
        ["de"] = ["TrunkBot", "VideoSDK", "Status", "Name", "Host", "Trunks"],
        ["es"] = ["TrunkBot", "VideoSDK", "No", "Host", "host"],
        ["hi"] = ["TrunkBot", "VideoSDK"],
        ["ja"] = ["TrunkBot", "VideoSDK"],
    };

    public static TheoryData<string> Tags => [.. Language.Offered.Where(language => language != Language.English).Select(language => language.Tag)];

    [Fact]
    public void The_texts_are_found_and_all_five_languages_are_spoken()
    {
        Assert.True(SaidTexts.Keys.Count > 900, $"{SaidTexts.Keys.Count} texts");
        Assert.Contains("{0} is approved. I'll tell {1} when it's done.", SaidTexts.Keys);
        Assert.Equal(["en", "de", "es", "hi", "ja"], Language.Offered.Select(language => language.Tag));
    }

    [Theory, MemberData(nameof(Tags))]
    public void Every_text_is_translated(string tag) => None(SaidTexts.All.Where(text => !Book(tag).ContainsKey(text.Key)).Select(text => text.ToString()));

    [Theory, MemberData(nameof(Tags))]
    public void Nothing_is_translated_that_nobody_says(string tag) => None(Book(tag).Keys.Except(SaidTexts.Keys));

    [Theory, MemberData(nameof(Tags))]
    public void What_is_put_in_is_put_in_in_every_language(string tag) => None(
        from text in Book(tag)
        let wanted = Hole().Matches(text.Key).Select(hole => hole.Groups[1].Value).ToHashSet()
        let found = Message.Parse(text.Value).Holes.ToHashSet()
        where !wanted.SetEquals(found)
        select $"“{text.Key}” and “{text.Value}”");

    [Theory, MemberData(nameof(Tags))]
    public void No_text_was_left_in_English(string tag) => None(
        Book(tag).Where(text => text.Key == text.Value && Hole().Replace(text.Key, "").Any(char.IsLetter)).Select(text => text.Key).Except(s_same[tag]));

    // What a card splits at its colon, what begins with a space, and what a person types, have to be the same.
    [Theory, MemberData(nameof(Tags))]
    public void What_the_code_relies_on_is_kept(string tag) => None(
        from text in Book(tag)
        where text.Key.StartsWith(' ') != text.Value.StartsWith(' ')
            || !Typed().Matches(text.Key).Select(line => line.Value).ToHashSet().SetEquals(Typed().Matches(text.Value).Select(line => line.Value))
            || (Label().IsMatch(text.Key) && !text.Value.Contains(": ", StringComparison.Ordinal))
        select $"“{text.Key}” and “{text.Value}”");

    private static IReadOnlyDictionary<string, string> Book(string tag) => Language.Of(tag).Book.Texts;

    private static void None(IEnumerable<string> wrong)
    {
        var all = wrong.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} texts:")));
    }

    [GeneratedRegex(@"\{([a-z0-9-]+)\}")]
    private static partial Regex Hole();

    // A command, and an option of one.
    [GeneratedRegex(@"(?<![\w/])/(?:trunk [a-z]+|help|whoami|signin|signout|cancel)|--[a-z]+(?:-[a-z]+)*")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^[A-Z][a-z' ]+: \{0\}$")]
    private static partial Regex Label();
}
