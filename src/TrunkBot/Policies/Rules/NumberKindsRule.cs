namespace TrunkBot.Policies.Rules;

/// <summary>Premium, shared-cost, toll-free or global numbers need more approval.</summary>
internal sealed class NumberKindsRule : IPolicyRule
{
    public string Name => "number-kinds";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Kinds)], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting)
    {
        var met = question.Numbers.Where(number => setting.Kinds.Contains(number.Kind)).ToList();
        return met.Count == 0 ? Verdict.OneApprover : setting.Asks(PolicyTexts.NumberKinds(met.Select(number => number.Kind).Distinct(), met));
    }
}
