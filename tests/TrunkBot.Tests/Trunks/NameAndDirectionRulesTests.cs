using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

public sealed class NameAndDirectionRulesTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("  Support line  ", "Support line")]
    [InlineData("📞📞📞", "📞📞📞")]
    [InlineData("👩‍👩‍👧 family", "👩‍👩‍👧 family")]
    [InlineData("خط الدعم", "خط الدعم")]
    [InlineData("קו תמיכה", "קו תמיכה")]
    [InlineData("Zu\u0308rich", "Zürich")]
    public void A_name_is_taken_without_the_blanks_around_it(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Name = typed });

        Review.IsClean(review);
        Assert.Equal(sent, review.Spec!.Name);
    }

    [Theory]
    [InlineData(null, "no name")]
    [InlineData("   ", "no name")]
    [InlineData("ab", "shorter than 3")]
    [InlineData(" ab ", "shorter than 3")]
    [InlineData("👩‍👩‍👧", "shorter than 3")]
    [InlineData("a\u0301b\u0301", "shorter than 3")]
    [InlineData("abc\ndef", "line break")]
    [InlineData("abc\0def", "invisible")]
    [InlineData("abc\u202Edef", "invisible")]
    [InlineData("abc\u2066def", "invisible")]
    [InlineData("abc\u200Bdef", "invisible")]
    [InlineData("abc\u3164def", "invisible")]
    [InlineData("abc\uFFFEdef", "invisible")]
    public void A_name_that_cannot_be_read_is_refused(string? typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Name = typed }), FieldIds.Name, because);

    [Fact]
    public void A_name_with_half_a_character_is_refused() =>
        Review.IsRefused(Review.Of(Review.Right with { Name = "abc\uD83Ddef" }), FieldIds.Name, "can't be read");

    [Fact]
    public void A_name_has_at_most_64_characters()
    {
        Review.IsClean(Review.Of(Review.Right with { Name = new string('n', 64) }));
        Review.IsRefused(Review.Of(Review.Right with { Name = new string('n', 65) }), FieldIds.Name, "longer than 64");
        Review.IsRefused(
            Review.Of(Review.Right with { Name = "abc" + new string('\u0300', 5000) }), FieldIds.Name, "longer than 64");
    }

    [Theory]
    [InlineData("inbound", "inbound")]
    [InlineData(" Outbound ", "outbound")]
    [InlineData("OUTBOUND", "outbound")]
    public void A_direction_is_taken_in_any_case(string typed, string sent) =>
        Assert.Equal(sent, Review.Of(Review.Right with { Direction = typed }).Spec!.Direction);

    [Theory]
    [InlineData(null, "no direction")]
    [InlineData("both", "two trunks")]
    [InlineData("Bidirectional", "two trunks")]
    [InlineData("origination", "Did you mean “inbound”?")]
    [InlineData("termination", "Did you mean “outbound”?")]
    [InlineData("sideways", "inbound (calls to you) or outbound (calls you make)")]
    public void Another_word_is_refused_with_the_one_that_was_meant(string? typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Direction = typed }), FieldIds.Direction, because);

    [Theory]
    [InlineData("incoming", "inbound")]
    [InlineData("OUT", "outbound")]
    public void A_short_word_for_a_direction_is_taken_and_said(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Direction = typed });
        Assert.Equal(sent, review.Spec!.Direction);
        Assert.Single(review.Notes);
    }
}
