namespace TrunkBot.Policies;

/// <summary>One rule. Pure: what it needs to know is in the question and in its settings.</summary>
internal interface IPolicyRule
{
    /// <summary>What the settings call it.</summary>
    string Name { get; }

    /// <summary>The members of <see cref="RuleSetting"/> that it takes; those without which it means nothing.</summary>
    RuleMembers Members { get; }

    /// <summary>Whether it looks at what the person asked for in the last day.</summary>
    bool LooksAtTheDay => false;

    Verdict Judge(PolicyQuestion question, RuleSetting setting);
}

/// <summary>Names of settings.</summary>
internal sealed record RuleMembers(IReadOnlyList<string> Needed, params IReadOnlyList<string> Optional);
