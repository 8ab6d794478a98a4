using TrunkBot.Presets;

namespace TrunkBot.Trunks.Fields;

/// <summary>Everything that the rules have to say about a filled-in form, at once.</summary>
/// <param name="Spec">The values as they will be sent; null while there is an error.</param>
/// <param name="Findings">In the order of the fields, errors before warnings within each.</param>
/// <param name="Preset">The carrier recognised from the host, or the custom one.</param>
/// <param name="Hints">What is good to know for this carrier and direction; not judged. In English until it is said.</param>
internal sealed record TrunkReview(
    TrunkSpec? Spec, IReadOnlyList<Finding> Findings, TrunkPreset Preset, IReadOnlyList<string> Hints)
{
    /// <summary>The fields in the one form that they are kept, shown and sent in; as typed where they cannot be sent.</summary>
    public TrunkFields Mended { get; init; } = new();

    public bool HasErrors => Findings.Any(finding => finding.Severity is Severity.Error);

    /// <summary>What was mended.</summary>
    public IReadOnlyList<Finding> Notes => [.. Findings.Where(finding => finding.Severity is Severity.Note)];

    public IReadOnlyList<Finding> Warnings => [.. Findings.Where(finding => finding.Severity is Severity.Warning)];
}
