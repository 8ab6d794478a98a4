namespace TrunkBot.Policies.Rules;

/// <summary>No more requests of one person in 24 hours.</summary>
internal sealed class RequestsPerDayRule : IPolicyRule
{
    public string Name => "requests-per-day";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public LookUp LooksAt => LookUp.Day;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Day.Trunks < setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.RequestsADay(setting.Most));
}
