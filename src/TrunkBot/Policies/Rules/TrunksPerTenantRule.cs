namespace TrunkBot.Policies.Rules;

/// <summary>No more trunks and open requests of the company.</summary>
internal sealed class TrunksPerTenantRule : IPolicyRule
{
    public string Name => "trunks-per-tenant";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public LookUp LooksAt => LookUp.Trunks;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Company.Trunks < setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.TrunksInAll(setting.Most));
}
