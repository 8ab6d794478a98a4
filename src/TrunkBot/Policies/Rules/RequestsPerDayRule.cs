using System.Globalization;

namespace TrunkBot.Policies.Rules;

/// <summary>No more requests of one person in 24 hours.</summary>
internal sealed class RequestsPerDayRule : IPolicyRule
{
    public string Name => "requests-per-day";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Most)]);

    public bool LooksAtTheDay => true;

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => question.RequestsBefore < setting.Most
        ? Verdict.OneApprover
        : Verdict.Refused(string.Create(CultureInfo.InvariantCulture, $"one person may ask for {setting.Most} trunks in 24 hours, and these have been asked for."));
}
