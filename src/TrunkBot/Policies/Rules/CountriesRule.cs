namespace TrunkBot.Policies.Rules;

/// <summary>Numbers of some countries need more approval.</summary>
internal sealed class CountriesRule : IPolicyRule
{
    public string Name => "countries";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Countries)], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting)
    {
        var met = question.Numbers.Where(number => setting.Countries.Contains(number.Country)).ToList();
        return met.Count == 0 ? Verdict.OneApprover : setting.Asks(PolicyTexts.OfCountries(met.Select(number => number.Country).Distinct(), met));
    }
}
