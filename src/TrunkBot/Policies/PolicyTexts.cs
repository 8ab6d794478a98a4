using System.Globalization;

namespace TrunkBot.Policies;

/// <summary>What is said about rules and verdicts.</summary>
internal static class PolicyTexts
{
    public const string Broken = "it could not be asked, and what no rule has judged is not allowed.";

    public const string WhoChangesRules = "Whoever runs TrunkBot can change the rules.";

    /// <summary>How a rule's sentence is kept and shown: its name first.</summary>
    public static string Line(string rule, string sentence) => $"{rule}: {sentence}";

    /// <summary>A sentence for each rule that has one, as in *The rule countries-allowed: …*.</summary>
    public static string Rules(IReadOnlyList<string> why) => string.Join(" ", why.Select(line => $"The rule {line}"));

    /// <summary>The names alone; null where no rule has anything to say.</summary>
    public static string? Names(IReadOnlyList<string> why) =>
        why.Count == 0 ? null : string.Join(", ", why.Select(line => line.Split(':')[0]).Distinct());

    /// <summary>As in *2 people with the Approver role, none of them the asker*.</summary>
    public static string People(Verdict needs) => needs.Approvers == 1
        ? $"somebody else with the {needs.Role} role"
        : string.Create(CultureInfo.InvariantCulture, $"{needs.Approvers} people with the {needs.Role} role, none of them the asker");

    /// <summary>As in *one trunk* and *12 trunks*.</summary>
    public static string Count(int count, string thing) => count == 1 ? $"one {thing}" : string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s");

    /// <summary>A few of these numbers.</summary>
    public static string Some(IReadOnlyCollection<NumberFact> numbers) => string.Join(", ", numbers.Take(3).Select(number => number.Number))
        + (numbers.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {numbers.Count - 3} more") : "");
}
