using TrunkBot.Languages;
using TrunkBot.Protocol.Dialogs;

namespace TrunkBot.Tests.Languages;

/// <summary>Words that are typed: what they mean in English, by the books alone.</summary>
public sealed class TypedTests
{
    public static TheoryData<string> Tags => [.. Language.Offered.Skip(1).Select(language => language.Tag)];

    [Theory]
    [InlineData("de", "Ja", "yes")]
    [InlineData("de", "NEIN!", "no")]
    [InlineData("de", "zurück", "back")]
    [InlineData("de", "Zuru\u0308ck.", "back")]
    [InlineData("de", "zurueck", "back")]
    [InlineData("de", "„Abbrechen“", "cancel")]
    [InlineData("de", "Trotzdem  absenden", "submit anyway")]
    [InlineData("es", "Sí", "yes")]
    [InlineData("es", "si", "yes")]
    [InlineData("es", "¡SÍ!", "yes")]
    [InlineData("es", "no", "no")]
    [InlineData("es", "atrás", "back")]
    [InlineData("hi", "हाँ", "yes")]
    [InlineData("hi", "हां", "yes")]
    [InlineData("hi", "नहीं।", "no")]
    [InlineData("hi", "वापस", "back")]
    [InlineData("hi", "मंजूरी दें", "approve")]
    [InlineData("ja", "はい。", "yes")]
    [InlineData("ja", "「いいえ」", "no")]
    [InlineData("ja", "戻る", "back")]
    [InlineData("ja", "ﾍﾙﾌﾟ", "help")]
    [InlineData("ja", "ＹＥＳ", "yes")]
    [InlineData("ja", "何？", "what?")]
    [InlineData("en", "ｙｅｓ", "yes")]
    [InlineData("en", "ja", "ja")]
    [InlineData("de", "sí", "si")]
    [InlineData("de", "ja aber", "ja aber")]
    public void A_whole_word_or_phrase_has_its_English_meaning(string tag, string typed, string english) =>
        Assert.Equal(english, Language.Of(tag).Say(() => Typed.InEnglish(typed)));

    [Fact]
    public void Half_a_character_is_no_word() => Assert.Equal("\ufffd", Language.German.Say(() => Typed.InEnglish("\ud800")));

    [Theory, MemberData(nameof(Tags))]
    public void No_word_has_two_meanings(string tag)
    {
        var words = Meanings(tag).ToList();
        Assert.True(words.Count > 100, $"{words.Count} words");
        Assert.Empty(words.GroupBy(word => word.Word).Where(same => same.Select(word => word.Meaning).Distinct().Count() > 1).Select(same => same.Key));
    }

    [Theory, MemberData(nameof(Tags))]
    public void No_word_means_something_else_in_English(string tag)
    {
        var english = TypedWords.All.SelectMany(meaning => TypedWords.Of(meaning).Select(word => (Word: Typed.Fold(word), Meaning: meaning))).ToDictionary(word => word.Word, word => word.Meaning);
        Assert.DoesNotContain(Meanings(tag), word => english.TryGetValue(word.Word, out var other) && other != word.Meaning);
        Assert.DoesNotContain(Meanings(tag), word => YesNo.IsYes(word.Word) && !word.Meaning.StartsWith("yes", StringComparison.Ordinal));
        Assert.DoesNotContain(Meanings(tag), word => YesNo.IsNo(word.Word) && !word.Meaning.StartsWith("no", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Tags))]
    public void A_title_and_a_word_agree(string tag)
    {
        var titles = Language.Of(tag).Book.Texts.Where(text => TypedWords.All.Contains(text.Key.ToLowerInvariant())).ToList();
        Assert.Equal(["approve", "edit", "reject", "show", "submit"], titles.Select(title => title.Key.ToLowerInvariant()).Where(key => key is "approve" or "edit" or "reject" or "show" or "submit").Distinct().Order());
        Assert.All(titles.Where(title => char.IsUpper(title.Key[0])), title => Assert.Equal(title.Key.ToLowerInvariant(), Language.Of(tag).Say(() => Typed.InEnglish(title.Value))));
    }

    [Theory, MemberData(nameof(Tags))]
    public void What_a_hint_says_to_type_is_understood(string tag)
    {
        foreach (var (hint, meanings) in new (string, string[])[]
        {
            ("Answer the question, say back for the one before, or say cancel to stop. Type /trunk new to go on in the form.", ["back|go back", "cancel"]),
            ("Say yes to submit with the warnings, no to change something in the form, or cancel to keep it as a draft.", ["yes|sure", "no|no thanks", "cancel"]),
            ("Or say cancel.", ["cancel"]),
            ("This is the first question. Say cancel to stop.", ["cancel"]),
            ("Answer yes or no.", ["yes|sure", "no|no thanks"]),
            ("Choose a direction: inbound (calls to you) or outbound (calls you make).", ["inbound|incoming", "outbound|outgoing"]),
            ("Which direction? Outbound for calls you make, inbound for calls to you.", ["inbound|incoming", "outbound|outgoing"]),
        })
        {
            var said = Typed.Fold(Language.Of(tag).Book.Texts[hint]);
            Assert.All(meanings, meaning => Assert.Contains(Language.Of(tag).Say(() => Typed.Words(meaning)), word => said.Contains(word, StringComparison.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Tags))]
    public void Nobody_is_told_to_type_an_English_word(string tag) => Assert.Empty(
        Language.Of(tag).Book.Texts.Where(text => text.Key.Contains("ay cancel", StringComparison.Ordinal) || text.Key.Contains("yes or no", StringComparison.Ordinal) || text.Key.StartsWith("Say yes", StringComparison.Ordinal))
            .Where(text => text.Value.Split(' ', '«', '»', '「', '」', ',', '.').Any(word => word is "yes" or "back" or "cancel")).Select(text => text.Value));

    private static IEnumerable<(string Word, string Meaning)> Meanings(string tag) =>
        from meaning in TypedWords.All
        from word in Language.Of(tag).Say(() => Typed.Words(meaning))
        select (word, meaning);
}
