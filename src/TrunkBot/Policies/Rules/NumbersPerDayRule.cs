namespace TrunkBot.Policies.Rules;

/// <summary>No more numbers of one person in 24 hours.</summary>
internal sealed class NumbersPerDayRule : IPolicyRule
{
    public string Name => "numbers-per-day";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public LookUp LooksAt => LookUp.Day;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.Day.Numbers + question.Numbers.Count <= setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.NumbersADay(setting.Most));
}
