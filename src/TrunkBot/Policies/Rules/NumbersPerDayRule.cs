using System.Globalization;

namespace TrunkBot.Policies.Rules;

/// <summary>No more numbers of one person in 24 hours.</summary>
internal sealed class NumbersPerDayRule : IPolicyRule
{
    public string Name => "numbers-per-day";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public bool LooksAtTheDay => true;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.NumbersBefore + question.Numbers.Count <= setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(string.Create(CultureInfo.InvariantCulture, $"one person may ask for {setting.Most} numbers in 24 hours, and this would be more."));
}
