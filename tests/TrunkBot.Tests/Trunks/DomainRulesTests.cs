using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

public sealed class DomainRulesTests
{
    [Theory]
    [InlineData("acme.pstn.twilio.com", "acme.pstn.twilio.com")]
    [InlineData(" ACME.pstn.TWILIO.com ", "acme.pstn.twilio.com")]
    [InlineData("acme.pstn.twilio.com.", "acme.pstn.twilio.com")]
    [InlineData("sip.telnyx.com", "sip.telnyx.com")]
    [InlineData("a--b.pstn.twilio.com", "a--b.pstn.twilio.com")]
    public void A_carriers_host_is_taken_in_small_letters_without_a_final_dot(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Domain = typed });

        Review.IsClean(review);
        Assert.Equal(sent, review.Spec!.Domain);
    }

    [Theory]
    [InlineData("", "the host is missing")]
    [InlineData("acme_1.pstn.twilio.com", "underscore")]
    [InlineData("_sip._udp.twilio.com", "underscore")]
    [InlineData("bücher_1.de", "underscore")]
    [InlineData("acme..twilio.com", "dot too many")]
    [InlineData(".twilio.com", "dot too many")]
    [InlineData("acme.pstn.twilio.com..", "dot too many")]
    [InlineData("-acme.twilio.com", "dash")]
    [InlineData("acme-.twilio.com", "dash")]
    [InlineData("acme pstn.twilio.com", "space")]
    [InlineData("a.twilio.com,b.twilio.com", "more than one host")]
    [InlineData("*.pstn.twilio.com", "star")]
    [InlineData("ac!me.twilio.com", "character")]
    [InlineData("twilio", "one part")]
    [InlineData("acme.123", "neither a name nor an IP address")]
    [InlineData("acme.1com", "neither a name nor an IP address")]
    [InlineData("acme\u202E.pstn.twilio.com", "invisible")]
    [InlineData("acme.pstn\n.twilio.com", "line break")]
    [InlineData("xn--zzzzzzzz--.com", "dash")]
    [InlineData("xn--99999999.com", "can't be decoded")]
    public void What_is_no_host_name_is_refused(string typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Domain = typed }), FieldIds.Domain, because);

    [Fact]
    public void A_host_with_half_a_character_is_refused() =>
        Review.IsRefused(
            Review.Of(Review.Right with { Domain = "acme\uD800.twilio.com" }), FieldIds.Domain, "isn't a host");

    [Theory]
    [InlineData("localhost", "one part")]
    [InlineData("sip.localhost", "ending")]
    [InlineData("pbx.local", "ending")]
    [InlineData("metadata.google.internal", "ending")]
    [InlineData("sip.test", "ending")]
    [InlineData("sip.invalid", "ending")]
    [InlineData("sip.example", "ending")]
    [InlineData("router.home.arpa", "ending")]
    [InlineData("SIP.LOCAL.", "ending")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("172.16.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("127.0.0.1", "machine itself")]
    [InlineData("169.254.169.254", "local link")]
    [InlineData("100.64.0.1", "a carrier's own")]
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("198.51.100.7", "documentation")]
    [InlineData("203.0.113.9", "documentation")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("255.255.255.255", "reserved")]
    [InlineData("0.0.0.0", "reserved")]
    [InlineData("::", "reserved")]
    [InlineData("::1", "machine itself")]
    [InlineData("[::1]", "machine itself")]
    [InlineData("fe80::1", "local link")]
    [InlineData("[fd00::1]", "private")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("::ffff:127.0.0.1", "wraps an IPv4")]
    [InlineData("[::ffff:8.8.8.8]", "wraps an IPv4")]
    [InlineData("2002:7f00:1::1", "wraps an IPv4")]
    [InlineData("64:ff9b::7f00:1", "wraps an IPv4")]
    [InlineData("::127.0.0.1", "reserved")]
    [InlineData("１２７.0.0.1", "machine itself")]
    [InlineData("127。0。0。1", "machine itself")]
    public void Names_and_addresses_where_no_carrier_can_be_are_refused(string typed, string because) =>
        Review.IsRefused(Review.Of(Review.Right with { Domain = typed }), FieldIds.Domain, because);

    [Theory]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.0x1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.0.0.01")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.4.5")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[127.0.0.1]")]
    [InlineData("[::1")]
    [InlineData("1:2:3")]
    public void Other_ways_to_write_an_address_are_refused(string typed)
    {
        var review = Review.Of(Review.Right with { Domain = typed }, options: new() { AllowPort = true });

        Assert.Null(review.Spec);
        Assert.Contains(review.Findings, finding => finding is { Field: FieldIds.Domain, Severity: Severity.Error });
    }

    [Theory]
    [InlineData("8.8.8.8", "8.8.8.8")]
    [InlineData("2606:4700:0:0::1111", "[2606:4700::1111]")]
    [InlineData("[2606:4700::1111]", "[2606:4700::1111]")]
    public void A_public_address_is_taken_with_one_warning(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Domain = typed });

        Review.Warns(review, FieldIds.Domain, "an IP address, not a name");
        Assert.Single(review.Findings);
        Assert.Equal(sent, review.Spec!.Domain);
    }

    [Theory]
    [InlineData("sips:user@acme.pstn.twilio.com:5061;transport=tls", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("<sip:user:hunter2@Acme.pstn.twilio.com>", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("https://acme.pstn.twilio.com/path?x=1", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("acme.pstn.twilio.com/", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("acme.pstn.twilio.com:5070", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("sip:acme.pstn.twilio.com:443;transport=tls", "Did you mean “acme.pstn.twilio.com”?")]
    [InlineData("[2606:4700::1111]:5070", "Did you mean “[2606:4700::1111]”?")]
    [InlineData("sip:user@127.0.0.1", "Enter just the host")]
    [InlineData("user@", "Enter just the host")]
    [InlineData("localhost:5070", "Leave the port out")]
    public void An_address_or_a_port_is_refused_with_the_host_that_was_meant(string typed, string remedy) =>
        Review.IsRefused(Review.Of(Review.Right with { Domain = typed }), FieldIds.Domain, remedy);

    [Theory]
    [InlineData("sip:acme.pstn.twilio.com", "acme.pstn.twilio.com")]
    [InlineData("SIPS:Acme.pstn.twilio.com", "acme.pstn.twilio.com")]
    [InlineData("acme.pstn.twilio.com;transport=udp", "acme.pstn.twilio.com")]
    [InlineData("<sip:acme.pstn.twilio.com:5061;transport=tls;lr>", "acme.pstn.twilio.com")]
    [InlineData("acme.pstn.twilio.com:5060", "acme.pstn.twilio.com")]
    [InlineData("sip:[2606:4700::1111]:5060", "[2606:4700::1111]")]
    [InlineData("acme\u200B.pstn.twilio.com", "acme.pstn.twilio.com")]
    public void What_stands_around_a_host_and_says_nothing_more_comes_off_and_is_said(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Domain = typed });

        Assert.Equal((sent, sent), (review.Spec!.Domain, review.Mended.Domain));
        Assert.Contains(sent, Assert.Single(review.Notes).Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_part_of_an_address_may_hold_a_password_and_is_never_repeated()
    {
        var review = Review.Of(Review.Right with { Domain = "sip:acme:hunter2secret@acme.pstn.twilio.com" });

        Assert.DoesNotContain(
            review.Findings, finding => $"{finding}".Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acme.pstn.twilio.com:5061", "acme.pstn.twilio.com:5061")]
    [InlineData("acme.pstn.twilio.com:05061", "acme.pstn.twilio.com:5061")]
    [InlineData("acme.pstn.twilio.com", "acme.pstn.twilio.com")]
    public void A_port_is_taken_where_the_settings_allow_one_and_the_carrier_is_still_recognised(string typed, string sent)
    {
        var review = Review.Of(Review.Right with { Domain = typed }, options: new() { AllowPort = true });

        Review.IsClean(review);
        Assert.Equal(sent, review.Spec!.Domain);
        Assert.Equal("twilio", review.Preset.Id);
    }

    [Theory]
    [InlineData("acme.pstn.twilio.com:0")]
    [InlineData("acme.pstn.twilio.com:65536")]
    [InlineData("acme.pstn.twilio.com:")]
    [InlineData("acme.pstn.twilio.com:sip")]
    [InlineData("acme.pstn.twilio.com:-1")]
    [InlineData("acme.pstn.twilio.com:999999999999999999")]
    public void A_port_that_is_none_is_refused_even_then(string typed) =>
        Review.IsRefused(
            Review.Of(Review.Right with { Domain = typed }, options: new() { AllowPort = true }), FieldIds.Domain, "port");

    [Theory]
    [InlineData("sip.bücher.de", "“sip.bücher.de” has letters outside a to z, and will be sent as “sip.xn--bcher-kva.de”")]
    [InlineData("sip.xn--bcher-kva.de", "“sip.bücher.de” has letters outside a to z")]
    [InlineData("twіlio.com", "mixes letters of different alphabets")]
    [InlineData("xn--twlio-o2e.com", "mixes letters of different alphabets")]
    public void A_host_in_other_letters_is_shown_in_both_forms(string typed, string about) =>
        Review.Warns(Review.Of(Review.Right with { Domain = typed }), FieldIds.Domain, about);

    [Theory]
    [InlineData("example.com")]
    [InlineData("sip.example.com")]
    [InlineData("trunk.example.org")]
    public void A_name_from_documentation_gets_one_warning(string typed)
    {
        var review = Review.Of(Review.Right with { Domain = typed });

        Review.Warns(review, FieldIds.Domain, "documentation");
        Assert.Single(review.Findings);
    }

    [Theory]
    [InlineData("sip.acme-telecom.net", "isn't a host of a carrier that TrunkBot knows")]
    [InlineData("acme.pstn.twilio.com.evil.net", "Check that it isn't an imitation")]
    [InlineData("sip-twilio.com", "Check that it isn't an imitation")]
    [InlineData("api.twilio.com", "belongs to Twilio, but its trunks have other hosts")]
    [InlineData("acme.sip.twilio.com", "belongs to Twilio, but its trunks have other hosts")]
    [InlineData("my-org.sip.videosdk.live", "VideoSDK's side")]
    public void A_host_of_no_known_carrier_gets_one_warning_that_says_what_it_looks_like(string typed, string about)
    {
        var review = Review.Of(Review.Right with { Domain = typed });

        Review.Warns(review, FieldIds.Domain, about);
        Assert.Single(review.Findings);
        Assert.True(review.Preset.IsCustom);
    }

    [Fact]
    public void The_longest_name_is_253_characters_with_parts_of_63()
    {
        var part = new string('a', 63);
        var longest = $"{part}.{part}.{part}.{new string('a', 57)}.com";
        Assert.Equal(253, longest.Length);

        Assert.NotNull(Review.Of(Review.Right with { Domain = longest }).Spec);
        Review.IsRefused(Review.Of(Review.Right with { Domain = $"a{longest}" }), FieldIds.Domain, "longer than");
        Review.IsRefused(Review.Of(Review.Right with { Domain = $"{part}a.com" }), FieldIds.Domain, "63");
        Review.IsRefused(Review.Of(Review.Right with { Domain = new string('a', 200_000) }), FieldIds.Domain, "isn't a host");
    }
}
