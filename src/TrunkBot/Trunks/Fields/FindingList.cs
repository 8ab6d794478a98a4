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
            new TextBlock(FieldTexts.Count(errors.Count, warnings.Count)) { Weight = TextWeights.Bolder },
            .. review.Findings.Where(finding => finding.Severity is not Severity.Note).Select(Block),
            .. NotesOf(review.Notes),
        ])
        {
            Style = errors.Count > 0 ? ContainerStyles.Attention : ContainerStyles.Warning,
        };
    }

    /// <summary>What was mended, one line each.</summary>
    public static IEnumerable<CardElement> NotesOf(IReadOnlyList<Finding> notes) =>
        notes.Select(note => new TextBlock(CardText.Plain(FieldTexts.Line(note))));

    private static TextBlock Block(Finding finding) =>
        new(CardText.Plain(finding.Severity is Severity.Error ? FieldTexts.ToChange(finding) : FieldTexts.ToCheck(finding)));
}
