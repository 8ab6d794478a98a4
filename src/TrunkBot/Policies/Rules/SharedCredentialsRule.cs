namespace TrunkBot.Policies.Rules;

/// <summary>The username of another trunk or open request, at the same host, needs more approval: whoever learns one password has both.</summary>
internal sealed class SharedCredentialsRule : IPolicyRule
{
    public string Name => "shared-credentials";

    public RuleMembers Members { get; } = new([], nameof(RuleSetting.Approvers), nameof(RuleSetting.Role), nameof(RuleSetting.Refuse));

    public LookUp LooksAt => LookUp.Credentials;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.SameCredentials.Count == 0
        ? Verdict.OneApprover
        : setting.Asks(PolicyTexts.SameCredentials(question.SameCredentials, question.Host));
}
