using TrunkBot.Protocol.Cards;

namespace TrunkBot.Protocol.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("twilio")]
    [InlineData("acme-sip_2")]
    [InlineData("+14155550100")]
    [InlineData("We need it (today), please: 3.5 lines!")]
    [InlineData("Zoë 👩‍👩‍👧 ok")]
    public void Harmless_text_stays_as_it_is(string text) => Assert.Equal(text, CardText.Plain(text));

    [Theory]
    [InlineData("**bold**", @"\*\*bold\*\*")]
    [InlineData("_very_ nice", @"\_very\_ nice")]
    [InlineData("[Approve](https://evil.example)", @"\[Approve\](https://evil\.example)")]
    [InlineData("acme-sip_2.example.com", @"acme-sip_2\.example\.com")]
    [InlineData("![x](y)", @"!\[x\](y)")]
    [InlineData("<at>Omar</at>", @"\<at>Omar\</at>")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData("~~gone~~", @"\~\~gone\~\~")]
    [InlineData("&lt;b&gt;", @"\&lt;b\&gt;")]
    [InlineData(@"\*", @"\\\*")]
    [InlineData("{{DATE(2026-11-23T00:00:00Z)}}", @"\{\{DATE(2026-11-23T00:00:00Z)}}")]
    [InlineData("a | b", @"a \| b")]
    public void Inline_markdown_is_escaped(string text, string escaped) => Assert.Equal(escaped, CardText.Plain(text));

    [Theory]
    [InlineData("# Approved", @"\# Approved")]
    [InlineData("- one\n- two", "\\- one\n\\- two")]
    [InlineData("+ one", @"\+ one")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("12) one", @"12\) one")]
    [InlineData("> quoted", @"\> quoted")]
    [InlineData("Title\n---", "Title\n\\---")]
    [InlineData("Title\n===", "Title\n\\===")]
    [InlineData("    code", "code")]
    public void A_line_cannot_become_a_heading_list_quote_rule_or_code(string text, string escaped) =>
        Assert.Equal(escaped, CardText.Plain(text));

    [Theory]
    [InlineData("a\u0000b\u0007c", "a b c")]
    [InlineData("a\tb\u00a0c", "a b c")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("in\u200bvis\ufeffible\u2060", "invisible")]
    [InlineData("cool\U000E0041\U000E0042", "cool")]
    [InlineData(null, "")]
    public void Control_and_invisible_characters_are_gone(string? text, string clean) => Assert.Equal(clean, CardText.Visible(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("a\ufffdb", CardText.Visible("a" + (char)0xD83D + "b"));

    [Theory]
    [InlineData("\u202eoiliwt\u202c", "oiliwt")]
    [InlineData("\u2066a\u2069\u200f", "a")]
    public void Bidirectional_overrides_are_gone(string text, string clean) => Assert.Equal(clean, CardText.Visible(text));

    [Theory]
    [InlineData("שלום")]
    [InlineData("شبكة 42")]
    public void Right_to_left_text_is_isolated_from_what_stands_beside_it(string text)
    {
        Assert.Equal($"\u2068{text}\u2069", CardText.Plain(text));
        Assert.Equal($"\u2068{text}\u2069", CardText.Visible($"\u202e{text}"));
    }
}
