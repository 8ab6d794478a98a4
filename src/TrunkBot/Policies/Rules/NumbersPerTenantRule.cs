namespace TrunkBot.Policies.Rules;

/// <summary>No more numbers on all trunks and open requests of the company; a number on two of them counts twice.</summary>
internal sealed class NumbersPerTenantRule : IPolicyRule
{
    public string Name => "numbers-per-tenant";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public LookUp LooksAt => LookUp.Numbers;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Company.Numbers + question.Numbers.Count <= setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.NumbersInAll(setting.Most));
}
