using TrunkBot.Presets;

namespace TrunkBot.Trunks.Fields;

/// <summary>Everything that the rules have to say about a filled-in form, at once.</summary>
/// <param name="Spec">The values as they will be sent; null while there is an error.</param>
/// <param name="Findings">In the order of the fields, errors before warnings within each.</param>
/// <param name="Preset">The carrier recognised from the host, or the custom one.</param>
/// <param name="Hints">What is good to know for this carrier and direction; not judged.</param>
internal sealed record TrunkReview(
    TrunkSpec? Spec, IReadOnlyList<Finding> Findings, TrunkPreset Preset, IReadOnlyList<string> Hints)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity is Severity.Error);

    public IReadOnlyList<Finding> Warnings => [.. Findings.Where(finding => finding.Severity is Severity.Warning)];
}
