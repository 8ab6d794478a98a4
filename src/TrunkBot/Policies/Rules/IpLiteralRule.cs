namespace TrunkBot.Policies.Rules;

/// <summary>A host that is an IP address needs more approval: nobody can tell from it whose it is.</summary>
internal sealed class IpLiteralRule : IPolicyRule
{
    public string Name => "ip-literal";

    public RuleMembers Members { get; } = new([], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.IsAddress
        ? setting.Asks(PolicyTexts.HostIsAddress(question.Host))
        : Verdict.OneApprover;
}
