using Microsoft.Extensions.Options;
using TrunkBot.Languages;

namespace TrunkBot.Policies;

/// <summary>Asks every rule that is set; the strictest verdict wins, and there is never less than one approver.</summary>
internal sealed class PolicyBook(IEnumerable<IPolicyRule> rules, IOptions<PolicyOptions> options, ILogger<PolicyBook> log)
{
    private readonly Dictionary<string, IPolicyRule> _rules = rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>How far the rules look: the largest number that one of them allows of this; 0 where none looks at it.</summary>
    public int Reach(LookUp at) => options.Value.Asked
        .Where(setting => _rules.TryGetValue(setting.Rule, out var rule) && rule.LooksAt == at)
        .Select(setting => setting.Most)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>The most that any one rule can ask for, each with the rule's name.</summary>
    public IEnumerable<Verdict> Strictest => options.Value.Asked
        .Where(setting => !setting.Refuse && _rules.TryGetValue(setting.Rule, out var rule) && rule.Members.Optional.Contains(nameof(RuleSetting.Approvers)))
        .Select(setting => Verdict.Asks(setting.Approvers, setting.Role, setting.Rule));

    public Verdict Judge(PolicyQuestion question) =>
        options.Value.Asked.Aggregate(Verdict.OneApprover, (verdict, setting) => verdict.And(Ask(setting, question)));

    // A rule that cannot answer has not agreed.
    private Verdict Ask(RuleSetting setting, PolicyQuestion question)
    {
        using var noting = Noted.Speak();
        try
        {
            var verdict = _rules[setting.Rule].Judge(question, setting);
            return verdict with { Why = [.. verdict.Why.Select(why => (Noted)PolicyTexts.Line(setting.Rule, why))] };
        }
        catch (Exception problem)
        {
            log.RuleFailed(setting.Rule, problem);
            return Verdict.Refused(PolicyTexts.Line(setting.Rule, PolicyTexts.Broken));
        }
    }
}
