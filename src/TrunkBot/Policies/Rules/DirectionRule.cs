namespace TrunkBot.Policies.Rules;

/// <summary>Trunks of one direction need more approval.</summary>
internal sealed class DirectionRule : IPolicyRule
{
    public string Name => "direction";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Direction)], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Direction == setting.Direction
        ? setting.Asks(PolicyTexts.Direction(question.Direction))
        : Verdict.OneApprover;
}
