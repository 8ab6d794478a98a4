using Microsoft.Extensions.Options;
using TrunkBot.Languages;
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
    /// <param name="region">The person's country as two letters, by which a likely reading of a number is offered; null when nobody said.</param>
    public TrunkReview Review(TrunkFields fields, Secret? password, string? region = null)
    {
        using var noting = Noted.Speak();
        var name = NameRules.Review(fields.Name);
        var domain = carriers.Review(DomainRules.Review(fields.Domain, options.Value.AllowPort));
        var direction = DirectionRules.Review(fields.Direction);
        var numbers = NumberRules.Review(fields.Numbers, direction.Value, options.Value.MaxNumbers, region);
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
            direction.Value is null ? [] : preset.For(direction.Value).Hints)
        {
            Mended = new()
            {
                Name = name.Value ?? fields.Name,
                Domain = domain.Value?.ToString() ?? fields.Domain,
                Direction = direction.Value ?? fields.Direction,
                Numbers = numbers.Value is { } list ? string.Join(", ", list) : fields.Numbers,
                Username = username.Value ?? fields.Username,
            },
        };
    }

    /// <summary>The fields in the form that they are sent in, as far as they can be sent.</summary>
    public TrunkFields Mend(TrunkFields fields) => Review(fields, null).Mended;

    /// <summary>Judges one field in the light of the others so far, for a dialog that asks one at a time.</summary>
    public IReadOnlyList<Finding> ReviewField(string field, TrunkFields fieldsSoFar, Secret? password) =>
        [.. Review(fieldsSoFar, password).Findings.Where(finding => finding.Field == field)];

    private static bool HasError(IEnumerable<Finding> findings) =>
        findings.Any(finding => finding.Severity is Severity.Error);

    private static IEnumerable<Finding> InOrder(params IReadOnlyList<Finding>[] byField) =>
        byField.SelectMany(findings => findings.OrderByDescending(finding => finding.Severity));
}
