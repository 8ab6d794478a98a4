using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Tests.Languages;

/// <summary>How something is said: in the language of now, and in English where there is no other.</summary>
public sealed class SayTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("en-US", "en")]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE_ch", "de")]
    [InlineData("es-419", "es")]
    [InlineData("hi-IN", "hi")]
    [InlineData("ja-JP", "ja")]
    [InlineData("fr-FR", "en")]
    [InlineData("deu", "en")]
    [InlineData("-", "en")]
    public void A_locale_has_a_language(string? locale, string tag) => Assert.Equal(tag, Language.Of(locale).Tag);

    [Fact]
    public void The_first_of_a_browsers_languages_that_is_ours_counts() => Assert.Equal(
        ["de", "en", "en"], new string?[][] { ["fr", "de-DE", "es"], ["fr"], [] }.Select(locales => Language.OfFirst(locales).Tag));

    [Fact]
    public void In_English_it_is_said_as_the_code_has_it()
    {
        var name = "Mei {0} 'x'";
        Assert.Equal("Undo {0}, it's Mei {0} 'x' at 07:05 of 1.5", Say.It($"Undo {{0}}, it's {name} at {new DateTime(2026, 1, 2, 7, 5, 0, DateTimeKind.Utc):HH:mm} of {1.5}"));
    }

    [Fact]
    public void What_no_book_has_is_said_in_English() => Assert.Equal(
        "Nobody has 2 of {these}.", Language.German.Say(() => Say.It($"Nobody has {2} of {{these}}.")));

    [Fact]
    public void In_another_language_it_comes_from_the_book() => Assert.All(Language.Offered.Skip(1), language =>
    {
        var (id, name) = ("TR-7", "Mei");
        var (plain, holes) = language.Say(() => (Say.It("Approve"), Say.It($"{id} is approved. I'll tell {name} when it's done.")));
        Assert.Equal(language.Book.Texts["Approve"], plain);
        Assert.Equal(language.Book.Texts["{0} is approved. I'll tell {1} when it's done."].Replace("{0}", "TR-7", StringComparison.Ordinal).Replace("{1}", "Mei", StringComparison.Ordinal), holes);
        Assert.NotEqual("Approve", plain);
    });

    [Theory]
    [InlineData("de", "0 Tage", "1 Tag", "2 Tage")]
    [InlineData("es", "0 días", "1 día", "2 días")]
    [InlineData("hi", "0 दिन", "1 दिन", "2 दिन")]
    [InlineData("ja", "0 日", "1 日", "2 日")]
    public void Numbers_agree(string tag, params string[] days) => Assert.Equal(
        days.Select(day => day.Replace(" ", "", StringComparison.Ordinal)),
        Enumerable.Range(0, 3).Select(count => Language.Of(tag).Say(() => Plural.Of(count, Say.It("1 day"), Say.It($"{count} days"))).Replace(" ", "", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_one_in_Hindi_and_many_elsewhere()
    {
        static string Waiting(int count) => Plural.Of(count, Say.It("1 request is waiting and will be shown in the new room."), Say.It($"{count} requests are waiting and will be shown in the new room."));
        var hindi = Language.Hindi.Say(() => Enumerable.Range(0, 3).Select(count => Waiting(count).Replace($"{count}", "#", StringComparison.Ordinal)).ToList());
        Assert.Equal(hindi[0], hindi[1]);
        Assert.NotEqual(hindi[0], hindi[2]);
        Assert.All(new[] { Language.German, Language.Spanish }, language => Assert.Equal(
            language.Say(() => Waiting(0)).Replace("0", "2", StringComparison.Ordinal), language.Say(() => Waiting(2))));
    }

    [Theory]
    [InlineData("Erledigt. Mehr dazu. Ende.", "Erledigt.", "Mehr dazu. Ende.")]
    [InlineData("完了しました。次に進みます。", "完了しました。", "次に進みます。")]
    [InlineData("हो गया। आगे बढ़ें।", "हो गया।", "आगे बढ़ें।")]
    [InlineData("Version 1.5 is here.", "Version 1.5 is here.", null)]
    public void A_banner_begins_with_its_first_sentence(string state, string first, string? rest)
    {
        var lines = ((Container)StateBanner.Of(state, style: null)).Items.Cast<TextBlock>().Select(line => line.Text).ToList();
        Assert.Equal(rest is null ? [first] : [first, rest], lines);
    }

    [Fact]
    public async Task The_language_flows_into_what_is_called_and_not_out_of_it()
    {
        await InGermanAsync();
        Assert.Equal(Language.English, Language.Current);

        static async Task InGermanAsync()
        {
            using var language = Language.German.Speak();
            await Task.Yield();
            Assert.Equal(Language.German, Language.Current);
            Assert.Equal(Language.Japanese, await Language.Japanese.Say(() => Task.FromResult(Language.Current)));
            Assert.Equal(Language.German, Language.Current);
        }
    }

    [Fact]
    public void A_name_that_is_written_from_right_to_left_stays_apart_in_every_language() => Assert.All(Language.Offered, language =>
        Assert.Contains("\u2068ליאור\u2069", language.Say(() => TrunkBot.Approvals.ApprovalTexts.Who("ליאור")), StringComparison.Ordinal));
}
