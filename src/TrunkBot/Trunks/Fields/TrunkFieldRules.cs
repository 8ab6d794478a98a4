using Microsoft.Extensions.Options;
using TrunkBot.Presets;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Fields;

/// <summary>
/// The one set of rules for form, dialog and typed line: everything there is to say about the fields, at once, and the
/// values as they will be sent.
/// </summary>
internal sealed class TrunkFieldRules(PresetCatalog presets, IOptions<TrunkOptions> options)
{
    private readonly CarrierRules carriers = new(presets);

    /// <summary>Judges all fields.</summary>
    /// <param name="fields">As typed.</param>
    /// <param name="password">Null where it is not asked for here; empty where it was asked for and not given.</param>
    public TrunkReview Review(TrunkFields fields, Secret? password)
    {
        var name = NameRules.Review(fields.Name);
        var domain = carriers.Review(DomainRules.Review(fields.Domain, options.Value.AllowPort));
        var direction = DirectionRules.Review(fields.Direction);
        var numbers = NumberRules.Review(fields.Numbers, direction.Value, options.Value.MaxNumbers);
        var preset = domain.Value is null ? presets.Custom : presets.ForHost(domain.Value.Host);
        var username = CredentialRules.Username(fields.Username, preset, direction.Value);
        var secret = password is null
            ? []
            : CredentialRules.Password(password, fields, preset, options.Value.ShortestPassword);

        var spec = name.Value is not null && domain.Value is not null && direction.Value is not null
            && numbers.Value is not null && username.Value is not null && !HasError(secret)
            ? new TrunkSpec(name.Value, domain.Value.ToString(), direction.Value, numbers.Value, username.Value)
            : null;
        return new(
            spec,
            [.. InOrder(name.Findings, domain.Findings, direction.Findings, numbers.Findings, username.Findings, secret)],
            preset,
            direction.Value is null ? [] : preset.For(direction.Value).Hints);
    }

    /// <summary>Judges one field in the light of the others so far, for a dialog that asks one at a time.</summary>
    public IReadOnlyList<Finding> ReviewField(string field, TrunkFields fieldsSoFar, Secret? password) =>
        [.. Review(fieldsSoFar, password).Findings.Where(finding => finding.Field == field)];

    private static bool HasError(IEnumerable<Finding> findings) =>
        findings.Any(finding => finding.Severity is Severity.Error);

    private static IEnumerable<Finding> InOrder(params IReadOnlyList<Finding>[] byField) =>
        byField.SelectMany(findings => findings.OrderByDescending(finding => finding.Severity));
}
