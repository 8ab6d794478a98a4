using System.Globalization;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

public sealed class NumberRulesTests
{
    [Theory]
    [InlineData("+14155550100", "+14155550100")]
    [InlineData("+1 415 555 0100", "+14155550100")]
    [InlineData("+1 (415) 555-0100", "+14155550100")]
    [InlineData("+1.415.555.0100", "+14155550100")]
    [InlineData("+1\u2011415\u2013555\u22120100", "+14155550100")]
    [InlineData("\u202A+1\u00A0415\u00A0555\u00A00100\u202C", "+14155550100")]
    [InlineData("\uFEFF+14155550100\u200B", "+14155550100")]
    [InlineData("+390612345678", "+390612345678")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    [InlineData("+919099999999", "+919099999999")]
    public void A_number_is_taken_and_shown_as_it_will_be_sent(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Numbers = typed });

        Review.IsClean(review);
        Assert.Equal([sent], review.Spec!.Numbers);
    }

    [Theory]
    [InlineData("14155551234", "Did you mean “+14155551234”?")]
    [InlineData("4155551234", "add a plus")]
    [InlineData("0014155551234", "Did you mean “+14155551234”?")]
    [InlineData("01114155551234", "Did you mean “+14155551234”?")]
    [InlineData("+0014155551234", "starts with zero")]
    [InlineData("+0", "starts with zero")]
    [InlineData("+1415555CALL", "isn't a phone number")]
    [InlineData("+1 415 555 0100 ext 12", "extension")]
    [InlineData("+1 415 555 0100 x12", "extension")]
    [InlineData("+14155550100#12", "extension")]
    [InlineData("+14155550100;ext=12", "extension")]
    [InlineData("sip:+14155550100@twilio.com", "link")]
    [InlineData("+44 (0)20 7946", "zero in brackets")]
    [InlineData("+14155550100 +14155550101", "more than one number")]
    [InlineData("++14155550100", "more than one number")]
    [InlineData("+1415555010012345", "15 digits")]
    [InlineData("+", "complete phone number")]
    [InlineData("+1", "complete phone number")]
    [InlineData("()", "complete phone number")]
    [InlineData("*123", "digits 0 to 9")]
    [InlineData("1415+5550100", "digits 0 to 9")]
    [InlineData("", "no numbers")]
    [InlineData(" ; , \n", "no numbers")]
    public void A_number_of_the_wrong_shape_is_refused_with_the_remedy(string typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Numbers = typed }), FieldIds.Numbers, because);

    [Theory]
    [InlineData("+44 (0)20 7946 0000", "+442079460000")]
    [InlineData("+44 ( 0 ) 20 7946 0000", "+442079460000")]
    [InlineData("+49 (0) 30/901820", "+4930901820")]
    [InlineData("+39 (0)6 1234 5678", "+390612345678")]
    [InlineData("tel:+14155550100", "+14155550100")]
    [InlineData("＋14155550100", "+14155550100")]
    [InlineData("+1415/5550100", "+14155550100")]
    [InlineData("+٩١٩٠٩٩٩٩٩٩٩٩", "+919099999999")]
    [InlineData("“+14155550100”", "+14155550100")]
    public void A_number_with_one_reading_is_mended_and_said(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Numbers = typed });
        Assert.Equal([sent], review.Spec!.Numbers);
        Assert.Contains(sent, Assert.Single(review.Notes).Reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+141555501", "too short")]
    [InlineData("+141555501001", "too long")]
    [InlineData("+14150001111", "isn't in a range")]
    [InlineData("+999123456789", "no country")]
    [InlineData("+12", "too short")]
    [InlineData("+4402079460000", "zero after the country code")]
    [InlineData("+19005551234", "premium")]
    [InlineData("+18005551234", "toll-free")]
    [InlineData("+870773111632", "satellite or global")]
    [InlineData("+878101234567890", "satellite or global")]
    [InlineData("+881612345678", "satellite or global")]
    [InlineData("+882161234567", "satellite or global")]
    [InlineData("+883510000000091", "satellite or global")]
    [InlineData("+888123456789", "satellite or global")]
    [InlineData("+979123456789", "satellite or global")]
    public void What_the_numbering_plans_object_to_is_a_warning_and_is_sent_as_typed(string number, string about)
    {
        var review = Review.Of(Review.Right with { Numbers = number });

        Review.Warns(review, FieldIds.Numbers, about);
        Assert.Equal([number], review.Spec!.Numbers);
    }

    [Fact]
    public void A_toll_free_number_is_what_inbound_trunks_are_for()
    {
        var review = Review.Of(Review.Right with { Direction = "inbound", Numbers = "+18005551234" });

        Assert.DoesNotContain(review.Findings, finding => finding.Field is FieldIds.Numbers);
    }

    [Fact]
    public void Numbers_are_parted_by_comma_semicolon_and_line_break_and_keep_their_order()
    {
        var review = Review.Of(Review.Right with
        {
            Numbers = "+14155550102,+1 415 555 0100;\r\n+44 20 7946 0000\n\n+14155550101,",
        });

        Review.IsClean(review);
        Assert.Equal(["+14155550102", "+14155550100", "+442079460000", "+14155550101"], review.Spec!.Numbers);
    }

    [Fact]
    public void A_number_given_twice_is_sent_once_with_a_word_about_it()
    {
        var review = Review.Of(Review.Right with { Numbers = "+14155550100, +14155550101, +1 415 555-0100" });

        Review.Warns(review, FieldIds.Numbers, "sent once");
        Assert.Equal(["+14155550100", "+14155550101"], review.Spec!.Numbers);
    }

    [Fact]
    public void One_kind_of_mistake_is_said_once_however_many_numbers_have_it()
    {
        var review = Review.Of(Review.Right with { Numbers = "4155550100, 4155550101, 4155550102, 4155550103, 4155550104, +14155550100" });

        var finding = Assert.Single(review.Findings);
        Assert.Equal(
            "“4155550100”, “4155550101”, “4155550102” and 2 more need a country code.", finding.Reason);
    }

    [Fact]
    public void Errors_come_before_warnings()
    {
        var review = Review.Of(Review.Right with { Numbers = "+1234567890, 4155550100" });

        Assert.Equal([Severity.Error, Severity.Warning], review.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_hundred_numbers_are_taken_and_one_more_is_one_error()
    {
        Review.IsClean(Review.Of(Review.Right with { Numbers = Many(100) }));

        var review = Review.Of(Review.Right with { Numbers = Many(101) });

        Review.IsRefused(review, FieldIds.Numbers, "there are 101 here");
        Assert.Single(review.Findings);
    }

    [Fact]
    public void The_most_numbers_are_a_setting() =>
        Review.IsClean(Review.Of(Review.Right with { Numbers = Many(500) }, options: new() { MaxNumbers = 500 }));

    [Fact]
    public void A_number_is_repeated_clipped_and_without_what_could_mislead()
    {
        var review = Review.Of(Review.Right with { Numbers = $"\u202E[x](http://evil.test)`{new string('9', 5000)}" });

        var reason = Assert.Single(review.Findings).Reason.ToString();
        Assert.InRange(reason.Length, 1, 100);
        Assert.DoesNotContain("](", reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', reason);
        Assert.DoesNotContain('`', reason);
    }

    private static string Many(int count) => string.Join(
        '\n', Enumerable.Range(0, count).Select(at => (14155550000 + at).ToString("'+'0", CultureInfo.InvariantCulture)));
}
