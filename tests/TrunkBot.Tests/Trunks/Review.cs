using Microsoft.Extensions.Options;
using TrunkBot.Presets;
using TrunkBot.Secrets;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.Trunks;

/// <summary>A form that is right in every field, and what the rules say when one of them is changed.</summary>
internal static class Review
{
    public const string GoodPassword = "Kp7wRt4nXv9bQe2mZh5d";

    public static readonly PresetCatalog Presets = PresetCatalog.Load();

    public static readonly TrunkFields Right = new()
    {
        Name = "Support line",
        Domain = "acme.pstn.twilio.com",
        Direction = "outbound",
        Numbers = "+14155550100",
        Username = "acme",
    };

    public static TrunkReview Of(TrunkFields fields, string? password = GoodPassword, TrunkOptions? options = null) =>
        Rules(options).Review(fields, password is null ? null : new Secret(password));

    public static TrunkFieldRules Rules(TrunkOptions? options = null) =>
        new(Presets, Options.Create(options ?? new TrunkOptions()));

    public static void IsRefused(TrunkReview review, string field, string because)
    {
        Assert.Null(review.Spec);
        Assert.True(review.HasErrors);
        Assert.Contains(review.Findings, finding =>
            finding.Field == field && finding.Severity is Severity.Error && Says(finding, because));
    }

    public static void Warns(TrunkReview review, string field, string about)
    {
        Assert.NotNull(review.Spec);
        Assert.False(review.HasErrors);
        Assert.Contains(review.Warnings, finding => finding.Field == field && Says(finding, about));
    }

    public static void IsClean(TrunkReview review)
    {
        Assert.Empty(review.Findings);
        Assert.NotNull(review.Spec);
    }

    private static bool Says(Finding finding, string words) =>
        $"{finding.Reason} {finding.Remedy}".Contains(words, StringComparison.OrdinalIgnoreCase);
}
