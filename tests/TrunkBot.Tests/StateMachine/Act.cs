using CsCheck;

namespace TrunkBot.Tests.StateMachine;

internal enum ActKind
{
    Approve,
    ClickApprove,
    Reject,
    ClickReject,
    Edit,
    Cancel,
    Delegate,
    TakeBack,
    AskToPush,
    ClickPush,
    Settle,
    Work,
    Pass,
    Redeliver,
    Crash,
    Trouble,
}

/// <summary>Something that happens to a request. <paramref name="Who"/> and <paramref name="Other"/> are people, <paramref name="Number"/> is a dice for the rest.</summary>
internal sealed record Act(ActKind Kind, int Who, int Other, int Number)
{
    public static readonly string[] People = ["riya", "omar", "mei", "ada"];

    // What leads on comes more often than what ends it, or most stories would be short.
    private static readonly (int Weight, ActKind Kind)[] s_kinds =
    [
        (6, ActKind.Approve), (6, ActKind.ClickApprove), (1, ActKind.Reject), (1, ActKind.ClickReject), (3, ActKind.Edit), (1, ActKind.Cancel),
        (3, ActKind.Delegate), (1, ActKind.TakeBack), (2, ActKind.AskToPush), (2, ActKind.ClickPush), (4, ActKind.Settle), (6, ActKind.Work),
        (3, ActKind.Pass), (4, ActKind.Redeliver), (3, ActKind.Crash), (4, ActKind.Trouble),
    ];

    public static Gen<Act[]> Sequences { get; } = Gen.Select(
        Gen.FrequencyConst(s_kinds), Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 7],
        (kind, who, other, number) => new Act(kind, who, other, number)).Array[1, 24];

    public string Person => People[Who];

    public string Colleague => People[Other];

    public override string ToString() => $"{Kind}({Person}, {Colleague}, {Number})";
}
