namespace TrunkBot.Policies.Rules;

/// <summary>Many numbers at once need more approval.</summary>
internal sealed class NumbersCountRule : IPolicyRule
{
    public string Name => "numbers-count";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Above)], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Numbers.Count > setting.Above
        ? setting.Asks(PolicyTexts.NumbersAtOnce(question.Numbers.Count, setting.Above))
        : Verdict.OneApprover;
}
