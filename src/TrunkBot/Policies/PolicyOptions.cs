using System.ComponentModel.DataAnnotations;
using TrunkBot.Access;

namespace TrunkBot.Policies;

/// <summary>Section <c>Policies</c>: which rules are asked before a trunk is created. The strictest counts.</summary>
internal sealed class PolicyOptions
{
    /// <summary>
    /// Whether the rules that come with the program are asked beside those in <see cref="Rules"/>: premium, shared-cost and global numbers need two
    /// approvers. The numbering plans that we know are never the newest, so two people judge better than a refusal would. Default true.
    /// </summary>
    public bool DefaultRules { get; init; } = true;

    /// <summary>The company's own rules, in any order, the same one as often as it is wanted. Default none.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>Every rule that is asked.</summary>
    // What comes with the program is no entry of the settings: lists there are merged by index, so the first rule of a company would be mixed with it.
    public IEnumerable<RuleSetting> Asked => DefaultRules ? s_defaults.Concat(Rules) : Rules;

    private static readonly RuleSetting[] s_defaults =
        [new() { Rule = "number-kinds", Kinds = [NumberKind.Premium, NumberKind.SharedCost, NumberKind.Global], Approvers = 2 }];
}

/// <summary>An entry of <c>Policies:Rules</c>: a rule's name and what it takes.</summary>
internal sealed class RuleSetting
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How many people have to approve. 1 to 10, default 1.</summary>
    [Range(1, 10)]
    public int Approvers { get; init; } = 1;

    /// <summary>The role that each of them must have: <c>Approver</c>, the default, or <c>Admin</c>.</summary>
    public Role Role { get; init; } = Role.Approver;

    /// <summary>The rule has something to say when there are more than this many. 0 or more.</summary>
    [Range(0, 10_000)]
    public int Above { get; init; }

    /// <summary>How many there may be. 1 or more.</summary>
    [Range(1, 100_000)]
    public int Most { get; init; } = 1;

    /// <summary><c>inbound</c> or <c>outbound</c>.</summary>
    [RegularExpression("inbound|outbound", ErrorMessage = PolicyTexts.BadDirection)]
    public string Direction { get; init; } = "outbound";

    /// <summary>Countries by their two letters, such as <c>US</c>.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Hosts; <c>*.example.com</c> stands for every host below that.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Kinds of numbers: <c>Premium</c>, <c>SharedCost</c>, <c>TollFree</c>, <c>Global</c>.</summary>
    public IReadOnlyList<NumberKind> Kinds { get; init; } = [];

    /// <summary>Whether this is refused, whoever would approve. Default false.</summary>
    public bool Refuse { get; init; }

    /// <summary>What the setting asks for, with the rule's sentence.</summary>
    public Verdict Asks(string sentence) => Refuse ? Verdict.Refused(sentence) : Verdict.Asks(Approvers, Role, sentence);
}
