namespace TrunkBot.Policies.Rules;

/// <summary>No more requests of one person at a time: what waits for approvers, for VideoSDK or for an administrator.</summary>
internal sealed class OpenRequestsPerPersonRule : IPolicyRule
{
    public string Name => "open-requests-per-person";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public LookUp LooksAt => LookUp.Open;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Open < setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.OpenRequests(setting.Most));
}
