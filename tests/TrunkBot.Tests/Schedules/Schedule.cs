using System.Globalization;

namespace TrunkBot.Tests.Schedules;

/// <summary>The steps at which a run leaves the straight way, and how: <c>3 B GoesOn, 12 A Dies</c>. Empty for the straight way.</summary>
internal sealed class Schedule(IReadOnlyDictionary<int, string> deviations)
{
    private const string Parting = ", ";

    /// <summary>The name of the choice at this step; null where it is the straight one.</summary>
    public string? At(int step) => deviations.GetValueOrDefault(step);

    public static Schedule Parse(string text) => new(text
        .Split(Parting, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(' ', 2))
        .ToDictionary(part => int.Parse(part[0], CultureInfo.InvariantCulture), part => part[1]));

    public static string Write(IEnumerable<Decision> decisions) => string.Join(Parting, decisions.Select(decision => decision.Deviation).OfType<string>());
}
