using System.Globalization;
using TrunkBot.Load.BackEnds;

namespace TrunkBot.Load;

/// <summary>What is measured, and for how long.</summary>
internal sealed record LoadOptions
{
    /// <summary>How many conversations at once.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>How often each program has its turn; what is said is the median.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long one turn of one program takes, for each level and scenario.</summary>
    public required TimeSpan Measure { get; init; }

    /// <summary>Whether the other scenarios are measured too, beside the one that asks question by question.</summary>
    public required bool AllScenarios { get; init; }

    public required IReadOnlyList<IBackEnd> BackEnds { get; init; }

    /// <summary>Other published copies of TrunkBot.dll, in turn with this one.</summary>
    public required IReadOnlyList<string> OtherPrograms { get; init; }

    public static LoadOptions Parse(LoadArguments args)
    {
        var start = args.Has("--quick") ? Quick : Full;
        return start with
        {
            Levels = args.Value("--levels") is { } levels ? [.. levels.Split(',').Select(level => int.Parse(level, CultureInfo.InvariantCulture))] : start.Levels,
            Rounds = args.Number("--rounds", start.Rounds),
            Measure = TimeSpan.FromSeconds(args.Number("--seconds", (int)start.Measure.TotalSeconds)),
            BackEnds = BackEnd.Named(args.Value("--back-end") ?? "sqlite"),
            OtherPrograms = [.. (args.Value("--program") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFullPath)],
        };
    }

    private static LoadOptions Full => new()
    {
        Levels = [1, 16, 64],
        Rounds = 5,
        Measure = TimeSpan.FromSeconds(5),
        AllScenarios = true,
        BackEnds = [],
        OtherPrograms = [],
    };

    private static LoadOptions Quick => Full with { Levels = [1, 16], Rounds = 3, Measure = TimeSpan.FromSeconds(3), AllScenarios = false };
}
