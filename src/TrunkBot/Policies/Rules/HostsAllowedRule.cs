namespace TrunkBot.Policies.Rules;

/// <summary>Only these hosts.</summary>
internal sealed class HostsAllowedRule : IPolicyRule
{
    public string Name => "hosts-allowed";

    public RuleMembers Members { get; } = new([nameof(RuleSetting.Hosts)]);

    public Verdict Judge(PolicyQuestion question, RuleSetting setting) => setting.Hosts.Any(host => Fits(host, question.Host))
        ? Verdict.OneApprover
        : Verdict.Refused(PolicyTexts.HostNotAllowed(question.Host));

    private static bool Fits(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
