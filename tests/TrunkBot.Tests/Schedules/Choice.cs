using System.Globalization;

namespace TrunkBot.Tests.Schedules;

/// <summary>Who acts next, and what befalls them.</summary>
internal sealed record Choice(Actor Actor, Fate Fate)
{
    /// <summary>As it is written in a schedule.</summary>
    public string Name => $"{Actor.Name} {Fate}";
}

/// <summary>A place where a schedule could go several ways, and which it went. The first is the straight one.</summary>
/// <param name="Step">Counted from the beginning.</param>
/// <param name="Choices">By their names.</param>
/// <param name="Index">The one that was taken.</param>
/// <param name="What">What the actor did there.</param>
internal sealed record Decision(int Step, IReadOnlyList<string> Choices, int Index, string What)
{
    public string Taken => Choices[Index];

    /// <summary>As it is written in a schedule, if it left the straight way.</summary>
    public string? Deviation => Index == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Step} {Taken}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step,4} {Taken}: {What}");
}
