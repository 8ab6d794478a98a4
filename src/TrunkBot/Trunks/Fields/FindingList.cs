using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks.Fields;

/// <summary>All findings at once, as text with a count: colours and fields alone are not read aloud.</summary>
internal static class FindingList
{
    public static CardElement? Of(TrunkReview review)
    {
        var (errors, warnings) = (review.Findings.Where(finding => finding.Severity is Severity.Error).ToList(), review.Warnings);
        if (errors.Count == 0 && warnings.Count == 0)
            return review.Notes.Count == 0 ? null : new Container([.. NotesOf(review.Notes)]);
        return new Container(
        [
            new TextBlock(Count(errors.Count, warnings.Count)) { Weight = TextWeights.Bolder },
            .. review.Findings.Where(finding => finding.Severity is not Severity.Note).Select(Block),
            .. NotesOf(review.Notes),
        ])
        {
            Style = errors.Count > 0 ? ContainerStyles.Attention : ContainerStyles.Warning,
        };
    }

    /// <summary>What was mended, one line each.</summary>
    public static IEnumerable<CardElement> NotesOf(IReadOnlyList<Finding> notes) =>
        notes.Select(note => new TextBlock(CardText.Plain(TrunkTexts.Line(note).TrimEnd())));

    private static TextBlock Block(Finding finding) =>
        new((finding.Severity is Severity.Error ? "Change " : "Check ") + CardText.Plain(Lower(TrunkTexts.Line(finding))));

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
