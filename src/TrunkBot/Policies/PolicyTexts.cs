using System.Diagnostics;
using TrunkBot.Access;
using TrunkBot.Languages;

namespace TrunkBot.Policies;

/// <summary>What is said about rules and verdicts.</summary>
internal static class PolicyTexts
{
    public static string Broken => Say.It("This rule can't be checked right now, so nothing is allowed until it can.");

    public static string WhoChangesRules => Say.It("The people who run TrunkBot can change the rules.");

    /// <summary>How a rule's sentence is kept and shown: its name first.</summary>
    public static string Line(string rule, Noted sentence) => $"{rule}: {sentence}";

    /// <summary>A sentence for each rule that has one, as in *The rule countries-allowed: …*.</summary>
    public static string Rules(IReadOnlyList<Noted> why) => string.Join(" ", why.Select(line => Say.It($"The rule {line}")));

    /// <summary>The names alone; null where no rule has anything to say.</summary>
    public static string? Names(IReadOnlyList<Noted> why) =>
        why.Count == 0 ? null : string.Join(", ", why.Select(line => line.English.Split(':')[0]).Distinct());

    /// <summary>As in *2 other approvers*.</summary>
    public static string People(Verdict needs) => needs.Role is Role.Admin
        ? Plural.Of(needs.Approvers, Say.It("1 other administrator"), Say.It($"{needs.Approvers} other administrators"))
        : Plural.Of(needs.Approvers, Say.It("1 other approver"), Say.It($"{needs.Approvers} other approvers"));

    /// <summary>As in *Needs 2 approvals from other approvers.*</summary>
    public static string Approvals(Verdict needs) => needs.Role is Role.Admin
        ? Plural.Of(needs.Approvers, Say.It("Needs 1 approval from another administrator."), Say.It($"Needs {needs.Approvers} approvals from other administrators."))
        : Plural.Of(needs.Approvers, Say.It("Needs 1 approval from another approver."), Say.It($"Needs {needs.Approvers} approvals from other approvers."));

    public static string OnlyCountries(IReadOnlyCollection<string> allowed, IReadOnlyCollection<NumberFact> others) =>
        Say.It($"Only numbers of these countries are allowed: {string.Join(", ", allowed)}. Not allowed: {Some(others)}.");

    public static string OfCountries(IEnumerable<string?> countries, IReadOnlyCollection<NumberFact> numbers) =>
        Say.It($"Numbers of {string.Join(", ", countries)}: {Some(numbers)}.");

    public static string Direction(string direction) => direction == "inbound" ? Say.It("This trunk is inbound.") : Say.It("This trunk is outbound.");

    public static string HostNotAllowed(string host) => Say.It($"The host {host} isn't allowed.");

    public static string HostIsAddress(string host) => Say.It($"The host {host} is an IP address, not a name.");

    public static string UnknownCarrier(string host) => Say.It($"The host {host} isn't one of a carrier that TrunkBot knows.");

    public static string UnknownCountry => Say.It("an unknown country");

    public static string NewCountries(IEnumerable<string> countries, IReadOnlyCollection<NumberFact> numbers) =>
        Say.It($"Your company has no trunk with numbers of {string.Join(", ", countries)} yet: {Some(numbers)}.");

    public static string NumberKinds(IEnumerable<NumberKind> kinds, IReadOnlyCollection<NumberFact> numbers) =>
        Say.It($"Some numbers are of a special kind ({string.Join(", ", kinds.Select(Kind))}): {Some(numbers)}.");

    public static string NumbersAtOnce(int count, int limit) => Plural.Of(
        count,
        Say.It($"This asks for 1 number at once. The rule's limit is {limit}."),
        Say.It($"This asks for {count} numbers at once. The rule's limit is {limit}."));

    public static string NumbersADay(int most) => Plural.Of(
        most,
        Say.It("One person can ask for 1 number in 24 hours, and this would be more."),
        Say.It($"One person can ask for {most} numbers in 24 hours, and this would be more."));

    public static string RequestsADay(int most) => Plural.Of(
        most,
        Say.It("One person can ask for 1 trunk in 24 hours, and this would be one more."),
        Say.It($"One person can ask for {most} trunks in 24 hours, and this would be one more."));

    public static string OpenRequests(int most) => Plural.Of(
        most,
        Say.It("One person can have 1 open request, and this would be one more."),
        Say.It($"One person can have {most} open requests, and this would be one more."));

    public static string NumbersInAll(int most) => Plural.Of(
        most,
        Say.It("Your company can have 1 number, open requests included, and this would be more."),
        Say.It($"Your company can have {most} numbers, open requests included, and this would be more."));

    public static string TrunksInAll(int most) => Plural.Of(
        most,
        Say.It("Your company can have 1 trunk, open requests included, and this would be one more."),
        Say.It($"Your company can have {most} trunks, open requests included, and this would be one more."));

    public static string SameCredentials(IReadOnlyCollection<string> others, string host) =>
        Say.It($"Same username at {host}: {string.Join(", ", others)}.");

    public static string NoSuchRule(string setting, IEnumerable<string> known) => $"{setting}:Rule isn't the name of a rule. Use one of: {string.Join(", ", known)}.";

    public static string UnknownMember(string setting, string? rule, IEnumerable<string> known) =>
        $"{setting} isn't known. The rule {rule} takes these: {string.Join(", ", known)}.";

    public static string MissingMember(string setting, string? rule) => $"{setting} is missing. The rule {rule} needs it.";

    public const string BadDirection = "Direction must be inbound or outbound.";

    public static string BadRole(string rule) => $"{rule}:Role must be Approver or Admin.";

    public static string BadCountries(string rule) => $"{rule}:Countries must hold countries by their two capital letters, like US.";

    /// <summary>A few of these numbers.</summary>
    public static string Some(IReadOnlyCollection<NumberFact> numbers)
    {
        var shown = string.Join(", ", numbers.Take(3).Select(number => number.Number));
        return numbers.Count > 3 ? Say.It($"{shown} and {numbers.Count - 3} more") : shown;
    }

    private static string Kind(NumberKind kind) => kind switch
    {
        NumberKind.Premium => Say.It("premium-rate"),
        NumberKind.SharedCost => Say.It("shared-cost"),
        NumberKind.TollFree => Say.It("toll-free"),
        NumberKind.Global => Say.It("satellite or global"),
        NumberKind.Ordinary => Say.It("ordinary"),
        _ => throw new UnreachableException(),
    };
}
