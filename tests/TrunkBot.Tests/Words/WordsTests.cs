using System.Text.RegularExpressions;
using TrunkBot.Tests.AllCards;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Words;

/// <summary>Every sentence that a person reads.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void The_texts_are_found() => Assert.True(
        SpokenTexts.All.Count > 200 && SpokenTexts.All.Any(text => text.Text.Contains("/help", StringComparison.Ordinal)), $"{SpokenTexts.All.Count} texts");

    [Fact]
    public void No_sentence_is_longer_than_somebody_reads_in_one_breath() => None(
        from text in SpokenTexts.All.Concat(PageTexts.InOthersTerms)
        from sentence in Sentences().Split(text.Text)
        where sentence.Length > Glossary.LongestSentence
        select $"{text.Path}:{text.Line} has a sentence of {sentence.Length} characters: {sentence}");

    [Fact]
    public void No_text_has_a_word_that_reads_as_if_translated() => None(Uses(Glossary.Words, SpokenTexts.All.Concat(PageTexts.InOthersTerms)));

    [Fact]
    public void Every_thing_has_one_word() => None(Uses(Glossary.Things, SpokenTexts.All));

    [Fact]
    public void What_is_counted_has_a_form_for_one_and_a_form_for_many() => None(
        from text in SpokenTexts.All
        where (!text.IsPlural && Counted().IsMatch(text.Text)) || OneOfMany().IsMatch(text.Text)
        select $"{text}: use Plural.Of");

    [Fact]
    public void No_card_says_1_of_what_is_many() => None(
        from sent in EveryCard.All()
        let words = Cards.Words(sent.Card.ToJson())
        where OneOfMany().IsMatch(words)
        select $"{sent.Name}: {OneOfMany().Match(words).Value}");

    private static IEnumerable<string> Uses(IReadOnlyList<Banned> words, IEnumerable<SpokenText> texts) =>
        from text in texts
        from word in words
        where word.IsIn(text.Text)
        select $"{text} has {word.Pattern}: say {word.Instead}";

    private static void None(IEnumerable<string> wrong)
    {
        var all = wrong.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} texts to rewrite:")));
    }

    [GeneratedRegex(@"(?<=[.?:])\s+|\n")]
    private static partial Regex Sentences();

    [GeneratedRegex($@"{SpokenTexts.Hole} ({Glossary.Countable})\b")]
    private static partial Regex Counted();

    [GeneratedRegex(Glossary.OneOfMany)]
    private static partial Regex OneOfMany();
}
