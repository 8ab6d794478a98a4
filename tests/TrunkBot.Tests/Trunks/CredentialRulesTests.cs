using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

public sealed class CredentialRulesTests
{
    [Theory]
    [InlineData("acme")]
    [InlineData(" acme ")]
    [InlineData("acme-trunk_1.prod@acme.net")]
    [InlineData("+14155550100")]
    [InlineData("a")]
    public void A_username_is_taken(string typed)
    {
        var review = Review.Of(Review.Right with { Username = typed });

        Review.IsClean(review);
        Assert.Equal(typed.Trim(), review.Spec!.Username);
    }

    [Theory]
    [InlineData(null, "the username is missing")]
    [InlineData("  ", "the username is missing")]
    [InlineData("acme:prod", "colon")]
    [InlineData("ac\"me", "quote")]
    [InlineData("ac\\me", "backslash")]
    [InlineData("ac me", "space")]
    [InlineData("acme\r\nVia: evil", "colon")]
    [InlineData("acme\r\nVia", "space")]
    [InlineData("ac\0me", "plain ASCII")]
    [InlineData("acmé", "plain ASCII")]
    [InlineData("acm\u0451", "plain ASCII")]
    public void A_username_that_SIP_cannot_carry_is_refused(string? typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Username = typed }), FieldIds.Username, because);

    [Fact]
    public void A_username_has_at_most_255_characters()
    {
        var custom = Review.Right with { Domain = "sip.acme-telecom.net" };

        Assert.NotNull(Review.Of(custom with { Username = new string('u', 255) }).Spec);
        Review.IsRefused(Review.Of(custom with { Username = new string('u', 256) }), FieldIds.Username, "longer than 255");
    }

    [Fact]
    public void A_carriers_own_limits_are_warnings_that_name_it()
    {
        Review.Warns(
            Review.Of(Review.Right with { Username = new string('u', 33) }), FieldIds.Username, "Usernames at Twilio have 32");
        Review.Warns(
            Review.Of(Review.Right with { Domain = "21784177241578.zt.plivo.com", Username = "abc" }),
            FieldIds.Username, "Usernames at Plivo Zentrunk have at least 5");
        Review.Warns(
            Review.Of(Review.Right with { Domain = "39a32383.sip.vobiz.ai" }, "Kp7wRt4nXv9bQe2mZh5dAAbb"),
            FieldIds.Password, "Passwords at Vobiz have 20 characters at most");
        Review.Warns(
            Review.Of(Review.Right with { Domain = "39a32383.sip.vobiz.ai" }), FieldIds.Password, "at least one sign");
    }

    [Fact]
    public void A_carrier_that_sends_no_credentials_with_inbound_calls_is_named()
    {
        Review.Warns(
            Review.Of(Review.Right with { Direction = "inbound" }), FieldIds.Username,
            "Twilio sends no username and password with inbound calls");
        Review.IsClean(Review.Of(Review.Right with { Direction = "inbound", Domain = "sip.telnyx.com" }));
    }

    [Theory]
    [InlineData("", "the password is missing")]
    [InlineData("short7!", "shorter than 8")]
    [InlineData("Kp7wRt4nXv9b\r\nQe2m", "control character")]
    [InlineData("Kp7wRt4nXv9b\0Qe2m", "control character")]
    public void A_password_that_cannot_be_used_is_refused(string password, string because) =>
        Review.IsRefused(Review.Of(Review.Right, password), FieldIds.Password, because);

    [Fact]
    public void A_password_with_half_a_character_is_refused() =>
        Review.IsRefused(Review.Of(Review.Right, "Kp7wRt4nXv9bQe2m\uD800"), FieldIds.Password, "control character");

    [Fact]
    public void A_password_that_is_the_username_is_refused() =>
        Review.IsRefused(
            Review.Of(Review.Right with { Username = "acme-trunk-77" }, "ACME-trunk-77"), FieldIds.Password, "same as the username");

    [Fact]
    public void The_shortest_password_is_a_setting_for_carriers_that_issue_shorter_ones() =>
        Review.Warns(
            Review.Of(Review.Right, "xK7!mq", new() { ShortestPassword = 6 }), FieldIds.Password, "shorter than 12");

    [Theory]
    [InlineData("Kp7wRt4nXv9bSupport Line", "contains the trunk's")]
    [InlineData("Kp7wRt4n5550100Xv9b", "contains the trunk's")]
    [InlineData("Kp7wRt4nTWILIOXv9b", "contains the trunk's")]
    [InlineData("Kp7wRt4nAcmeXv9b", "contains the trunk's")]
    public void A_password_made_from_the_trunks_own_values_is_a_warning(string password, string about) =>
        Review.Warns(Review.Of(Review.Right, password), FieldIds.Password, about);

    [Fact]
    public void No_finding_holds_the_password_or_a_part_of_it()
    {
        foreach (var password in (string[])["zq", "Zq!canary", "password2024!", " Zq!canary Zq!canary ", "Zq!\ncanary", new string('Z', 400)])
        {
            var review = Review.Of(Review.Right, password);

            Assert.NotEmpty(review.Findings);
            Assert.All(review.Findings, finding =>
            {
                Assert.DoesNotContain("zq", $"{finding}", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("canary", $"{finding}", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("2024", $"{finding}", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("ZZ", $"{finding}", StringComparison.Ordinal);
            });
        }
    }
}
