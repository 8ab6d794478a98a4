using System.Globalization;

namespace TrunkBot.Load.Scale;

/// <summary>How many finished requests there are in the two stores, and how often each line is said: <c>--few</c>, <c>--many</c>, <c>--times</c>. <c>--scale postgres</c> measures one back end.</summary>
internal sealed record ScaleOptions(IReadOnlyList<IScaleBackEnd> BackEnds, int Few, int Many, int Times)
{
    private static readonly IScaleBackEnd[] s_all = [new ScaleOnSqlite(), new ScaleOnPostgres()];

    public static ScaleOptions Parse(string[] args) =>
        new(BackEndsIn(args), Number(args, "--few", 1_000), Number(args, "--many", 1_000_000), Number(args, "--times", 400));

    // One that is named, or else all.
    private static IReadOnlyList<IScaleBackEnd> BackEndsIn(string[] args) =>
        s_all.Where(backEnd => args.Contains(backEnd.Name, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } named ? named : s_all;

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
}
