namespace TrunkBot.Policies;

/// <summary>One rule. Pure: what it needs to know is in the question and in its settings.</summary>
internal interface IPolicyRule
{
    /// <summary>What the settings call it.</summary>
    string Name { get; }

    /// <summary>The members of <see cref="RuleSetting"/> that it takes; those without which it means nothing.</summary>
    RuleMembers Members { get; }

    /// <summary>What has to be looked up before it is asked. Of anything else of that kind the question may know nothing.</summary>
    LookUp LooksAt => LookUp.Nothing;

    Verdict Judge(PolicyQuestion question, RuleSetting setting);
}

/// <summary>Names of settings.</summary>
internal sealed record RuleMembers(IReadOnlyList<string> Needed, params IReadOnlyList<string> Optional);

/// <summary>Facts that are not in the request itself; they are gathered only where a rule looks at them.</summary>
internal enum LookUp
{
    Nothing,

    /// <summary><see cref="PolicyQuestion.Day"/>.</summary>
    Day,

    /// <summary><see cref="PolicyQuestion.Open"/>.</summary>
    Open,

    /// <summary><see cref="PolicyQuestion.Company"/>: its trunks.</summary>
    Trunks,

    /// <summary><see cref="PolicyQuestion.Company"/>: their numbers.</summary>
    Numbers,

    /// <summary><see cref="PolicyQuestion.NewCountries"/>.</summary>
    Countries,

    /// <summary><see cref="PolicyQuestion.SameCredentials"/>.</summary>
    Credentials,
}
