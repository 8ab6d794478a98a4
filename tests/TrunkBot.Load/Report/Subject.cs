using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;

namespace TrunkBot.Load.Report;

/// <summary>A program that is measured, and what came of it.</summary>
/// <param name="Name">The head of its column.</param>
/// <param name="Order">How it is started.</param>
/// <param name="ColdOrder">The same, on a small store of its own.</param>
/// <param name="BackEnd">Where it stores; null for the floor, which stores nothing.</param>
internal sealed record Subject(string Name, ChildOrder Order, ChildOrder ColdOrder, IBackEnd? BackEnd)
{
    public bool IsBot => BackEnd is not null;

    public Dictionary<Case, List<Measured>> Rounds { get; } = [];

    public List<ColdStart> ColdStarts { get; } = [];

    public Vitals AtEnd { get; set; }

    /// <summary>The median of all rounds.</summary>
    public double Median(Case played, Func<Measured, double> figure) => Medians.Of(Rounds[played].Select(figure));
}

/// <summary>What is played, and by how many at once.</summary>
internal sealed record Case(Scenario Scenario, int AtOnce);

internal static class Medians
{
    public static double Of(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
