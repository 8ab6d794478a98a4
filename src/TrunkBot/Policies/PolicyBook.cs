using Microsoft.Extensions.Options;

namespace TrunkBot.Policies;

/// <summary>Asks every configured rule; the strictest verdict wins, and there is never less than one approver.</summary>
internal sealed class PolicyBook(IEnumerable<IPolicyRule> rules, IOptions<PolicyOptions> options, ILogger<PolicyBook> log)
{
    private readonly Dictionary<string, IPolicyRule> _rules = rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>Whether any rule looks at what the person asked for before.</summary>
    public bool LooksAtTheDay => options.Value.Rules.Any(setting => !_rules.TryGetValue(setting.Rule, out var rule) || rule.LooksAtTheDay);

    public Verdict Judge(PolicyQuestion question) =>
        options.Value.Rules.Aggregate(Verdict.OneApprover, (verdict, setting) => verdict.And(Ask(setting, question)));

    // A rule that cannot answer has not agreed.
    private Verdict Ask(RuleSetting setting, PolicyQuestion question)
    {
        try
        {
            var verdict = _rules[setting.Rule].Judge(question, setting);
            return verdict with { Why = [.. verdict.Why.Select(why => PolicyTexts.Line(setting.Rule, why))] };
        }
        catch (Exception problem)
        {
            log.RuleFailed(setting.Rule, problem);
            return Verdict.Refused(PolicyTexts.Line(setting.Rule, PolicyTexts.Broken));
        }
    }
}
