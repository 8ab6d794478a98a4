using TrunkBot.Languages;

namespace TrunkBot.Tests.Languages;

/// <summary>What is kept of what was said, and how it is told.</summary>
public sealed class NotedTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_told_as_it_would_be_said_in_the_language_and_the_zone_of_each_reader()
    {
        var noted = Noted.Of(Said);
        foreach (var reader in Language.Offered.Select(language => new Reader(language, Zone.Of("Asia/Kolkata"))))
            Assert.Equal(reader.Say(Said), reader.Say(noted.ToString));
    }

    [Fact]
    public void A_sentence_in_it_is_told_in_the_readers_language_too()
    {
        var inner = Noted.Of(() => Say.It("This trunk is outbound."));
        var outer = Noted.Of(() => Say.It($"The rule {$"direction: {inner}"}"));
        Assert.Equal($"{Language.German.Book.Say("The rule {0}", $"direction: {Language.German.Book.Texts["This trunk is outbound."]}")}", Language.German.Say(outer.ToString));
    }

    [Fact]
    public void Each_text_of_the_code_is_told_as_the_book_has_it()
    {
        object?[] values = ["3", "“voice”", "Riya", "x", "y", "z"];
        foreach (var language in Language.Offered.Skip(1))
        {
            foreach (var key in SaidTexts.Keys)
            {
                var given = values.Take(Enumerable.Range(0, values.Length).Count(at => key.Contains($"{{{at}}}", StringComparison.Ordinal))).ToList();
                Assert.Equal(language.Book.Say(key, given), language.Say(new Noted(Notation.Of(key, given)).ToString));
            }
        }
    }

    [Fact]
    public void It_is_kept_in_English_with_signs_that_nobody_sees()
    {
        var noted = Noted.Of(Said);
        Assert.Equal(Said(), noted.English);
        Assert.Equal(Said(), string.Concat(noted.Kept.Where(sign => char.GetUnicodeCategory(sign) is not System.Globalization.UnicodeCategory.Format)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("The host is missing.")]
    [InlineData("Der Host fehlt.")]
    public void What_was_kept_before_there_were_languages_reads_as_it_stands(string kept)
    {
        Assert.Equal(kept, Language.Japanese.Say(new Noted(kept).ToString));
        Assert.Equal(kept, new Noted(kept).English);
    }

    [Fact]
    public void What_was_kept_before_is_the_same_as_what_is_kept_now() =>
        Assert.Equal(new Noted("The host is missing."), Noted.Of(() => Say.It("The host is missing.")));

    [Theory]
    [InlineData("\u2061The host is missing.")]
    [InlineData("The host is missing.\u2062")]
    [InlineData("\u2061The host is \u2063missing.\u2062")]
    [InlineData("\u2061The host \u2061is\u2062 missing.\u2062")]
    [InlineData("\u2063The host is missing.\u2064")]
    [InlineData("\u2064The host is missing.")]
    public void What_somebody_has_damaged_is_told_in_English(string kept) =>
        Assert.Equal("The host is missing.", Language.German.Say(new Noted(kept).ToString));

    [Fact]
    public void Signs_within_a_value_do_no_harm()
    {
        string[] names = ["\u2061Approve\u2062", "\u2062", "\u2064\u2064", string.Concat(Enumerable.Repeat("\u2061\u2063", 100_000)), string.Concat(Enumerable.Repeat("\u2063", 100_000))];
        foreach (var name in names)
        {
            var noted = Noted.Of(() => Say.It($"The host {name} isn't allowed."));
            Assert.Contains("isn't allowed", noted.English, StringComparison.Ordinal);
            Assert.NotEmpty(Language.German.Say(noted.ToString));
        }
    }

    private static string Said() => $"{Say.It($"The host {"sip.example.com"} isn't allowed.")} {Say.It($"VideoSDK answered {503}{$": {"busy"}"}{"."}{""}")} {Say.Time(s_at)}";
}
