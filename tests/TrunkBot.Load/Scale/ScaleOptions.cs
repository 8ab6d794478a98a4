using System.Globalization;

namespace TrunkBot.Load.Scale;

/// <summary>How many finished requests there are in the two stores, and how often each line is said: <c>--few</c>, <c>--many</c>, <c>--times</c>.</summary>
internal sealed record ScaleOptions(int Few, int Many, int Times)
{
    public static ScaleOptions Parse(string[] args) =>
        new(Number(args, "--few", 1_000), Number(args, "--many", 1_000_000), Number(args, "--times", 400));

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
}
