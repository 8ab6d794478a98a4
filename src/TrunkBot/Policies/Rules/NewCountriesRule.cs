namespace TrunkBot.Policies.Rules;

/// <summary>Numbers of countries in which the company has no trunk yet need more approval. A number of no country is always new.</summary>
internal sealed class NewCountriesRule : IPolicyRule
{
    public string Name => "new-countries";

    public RuleMembers Members { get; } = new([], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public LookUp LooksAt => LookUp.Countries;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting)
    {
        var met = question.Numbers.Where(number => number.Country is null || question.NewCountries.Contains(number.Country)).ToList();
        return met.Count == 0
            ? Verdict.OneApprover
            : setting.Asks(PolicyTexts.NewCountries(met.Select(number => number.Country ?? PolicyTexts.UnknownCountry).Distinct(), met));
    }
}
