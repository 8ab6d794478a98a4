namespace TrunkBot.Policies.Rules;

/// <summary>Only numbers of these countries; a number of no country is none of them.</summary>
internal sealed class CountriesAllowedRule : IPolicyRule
{
    public string Name => "countries-allowed";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Countries)]);

    public Verdict Judge(PolicyQuestion question, RuleSetting setting)
    {
        var others = question.Numbers.Where(number => number.Country is null || !setting.Countries.Contains(number.Country)).ToList();
        return others.Count == 0
            ? Verdict.OneApprover
            : Verdict.Refused(PolicyTexts.OnlyCountries(setting.Countries, others));
    }
}
