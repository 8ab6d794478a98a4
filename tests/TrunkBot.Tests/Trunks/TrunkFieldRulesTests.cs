using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

public sealed class TrunkFieldRulesTests
{
    private static readonly TrunkFields VideoSdksSample = new()
    {
        Name = "twilio",
        Domain = "example.pstn.twilio.com",
        Direction = "outbound",
        Numbers = "+1234567890",
        Username = "username",
    };

    [Fact]
    public void A_form_that_is_right_is_clean_and_comes_back_as_it_will_be_sent()
    {
        var review = Review.Of(Review.Right);

        Review.IsClean(review);
        Assert.Equal("twilio", review.Preset.Id);
        Assert.NotEmpty(review.Hints);
        Assert.Equal("acme.pstn.twilio.com", review.Spec!.Domain);
        Assert.Equal(["+14155550100"], review.Spec.Numbers);
    }

    [Fact]
    public void VideoSdks_own_sample_passes_with_a_warning_for_the_number()
    {
        var review = Review.Of(VideoSdksSample);

        var warning = Assert.Single(review.Findings);
        Assert.Equal((FieldIds.Numbers, Severity.Warning), (warning.Field, warning.Severity));
        Assert.NotNull(review.Spec);
    }

    [Fact]
    public void Its_password_passes_too_with_a_warning_of_its_own()
    {
        var review = Review.Of(VideoSdksSample, "password");

        Review.Warns(review, FieldIds.Password, "attackers try first");
    }

    [Theory]
    [InlineData("+12345678")]
    [InlineData("+1987654321")]
    [InlineData("+14150001111")]
    public void The_other_numbers_of_VideoSdks_pages_pass_with_a_warning(string number) =>
        Review.Warns(Review.Of(Review.Right with { Numbers = number }), FieldIds.Numbers, number);

    [Fact]
    public void All_findings_come_at_once_in_the_order_of_the_fields()
    {
        var review = Review.Of(new(), password: "");

        Assert.Equal(FieldIds.InOrder, review.Findings.Select(finding => finding.Field));
        Assert.All(review.Findings, finding => Assert.Equal(Severity.Error, finding.Severity));
        Assert.Null(review.Spec);
        Assert.True(review.Preset.IsCustom);
        Assert.Empty(review.Hints);
    }

    [Fact]
    public void A_password_that_is_not_asked_for_here_is_not_judged() =>
        Review.IsClean(Review.Of(Review.Right, password: null));

    [Fact]
    public void One_field_can_be_judged_in_the_light_of_the_others()
    {
        var fields = new TrunkFields { Domain = "acme.pstn.twilio.com", Username = new string('a', 33) };

        var finding = Assert.Single(Review.Rules().ReviewField(FieldIds.Username, fields, password: null));

        Assert.Contains("32 characters", finding.Reason.ToString(), StringComparison.Ordinal);
        Assert.Empty(Review.Rules().ReviewField(FieldIds.Password, fields, password: null));
    }

    [Fact]
    public void What_was_normalised_once_stays_as_it_is()
    {
        var first = Review.Of(new()
        {
            Name = "  Support  ",
            Domain = " Acme.PSTN.Twilio.com. ",
            Direction = " Outbound ",
            Numbers = "+1 (415) 555-0100; +44 20 7946 0000",
            Username = " acme ",
        });
        var spec = first.Spec!;

        var second = Review.Of(new()
        {
            Name = spec.Name,
            Domain = spec.Domain,
            Direction = spec.Direction,
            Numbers = string.Join(", ", spec.Numbers),
            Username = spec.Username,
        });

        Assert.Equal(
            (spec.Name, spec.Domain, spec.Direction, spec.Username),
            (second.Spec!.Name, second.Spec.Domain, second.Spec.Direction, second.Spec.Username));
        Assert.Equal(spec.Numbers, second.Spec.Numbers);
    }

    [Fact]
    public void Text_at_random_never_throws_and_never_comes_back_long()
    {
        var random = new Random(20261);
        for (var round = 0; round < 3000; round++)
        {
            var review = Review.Of(
                new()
                {
                    Name = Noise.Text(random),
                    Domain = Noise.Text(random),
                    Direction = Noise.Text(random),
                    Numbers = Noise.Text(random),
                    Username = Noise.Text(random),
                },
                Noise.Text(random),
                new() { AllowPort = round % 2 is 0 });

            Assert.Equal(review.Spec is null, review.HasErrors);
            Assert.All(review.Findings, finding =>
            {
                Assert.InRange(finding.Reason.ToString().Length, 1, 300);
                Assert.InRange(finding.Remedy.ToString().Length, finding.Severity is Severity.Note ? 0 : 1, 300);
                Assert.DoesNotContain($"{finding.Reason}{finding.Remedy}", char.IsControl);
            });
        }
    }
}
