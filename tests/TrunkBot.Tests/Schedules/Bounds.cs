namespace TrunkBot.Tests.Schedules;

/// <summary>How often a schedule may leave the straight way, on which each actor runs to its end before the next. All schedules within are explored.</summary>
internal sealed record Bounds
{
    /// <summary>An actor is interrupted by another.</summary>
    public int Preemptions { get; init; } = 2;

    /// <summary>A process dies.</summary>
    public int Deaths { get; init; }

    /// <summary>An actor stands still for longer than any lease, and the others run meanwhile.</summary>
    public int Stalls { get; init; }

    /// <summary>The back end fails while somebody saves.</summary>
    public int Failures { get; init; }

    /// <summary>All of these together.</summary>
    public int Deviations { get; init; } = 2;

    /// <summary>The same with some more of them, whichever they are.</summary>
    public Bounds Wider(int more) => this with { Preemptions = Preemptions + more, Deviations = Deviations + more };
}
