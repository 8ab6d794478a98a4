namespace TrunkBot.Policies.Rules;

/// <summary>A host that belongs to no carrier we know needs more approval.</summary>
internal sealed class UnknownCarrierRule : IPolicyRule
{
    public string Name => "unknown-carrier";

    public RuleMembers Members { get; } = new([], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.IsKnownCarrier
        ? Verdict.OneApprover
        : setting.Asks(PolicyTexts.UnknownCarrier(question.Host));
}
