using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks.Fields;

/// <summary>All findings at once, as text with a count: colours and fields alone are not read aloud.</summary>
internal static class FindingList
{
    public static CardElement? Of(TrunkReview review)
    {
        if (review.Findings.Count == 0)
            return null;
        var errors = review.Findings.Count(finding => finding.Severity is Severity.Error);
        var lines = review.Findings.Select(finding => new TextBlock(
            (finding.Severity is Severity.Error ? "Change " : "Check ") + CardText.Plain(Lower(TrunkTexts.Line(finding)))));
        return new Container([new TextBlock(Count(errors, review.Findings.Count - errors)) { Weight = TextWeights.Bolder }, .. lines])
        {
            Style = errors > 0 ? ContainerStyles.Attention : ContainerStyles.Warning,
        };
    }

    public static string Count(int errors, int warnings) => (errors, warnings) switch
    {
        (0, 1) => "1 warning. Change it, or submit anyway: the approver will see it.",
        (0, _) => $"{warnings} warnings. Change them, or submit anyway: the approver will see them.",
        (1, 0) => "1 thing to change.",
        (_, 0) => $"{errors} things to change.",
        _ => $"{errors} to change, {warnings} to check.",
    };

    private static string Lower(string line) => char.ToLowerInvariant(line[0]) + line[1..];
}
