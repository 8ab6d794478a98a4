using System.Globalization;

namespace TrunkBot.Load;

/// <summary>How much load: <c>--quick</c> for a smoke test, <c>--seconds</c>, <c>--levels</c> and <c>--conversations</c> to look closer.</summary>
internal sealed record LoadOptions
{
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>How long the programs are made warm before anything is measured.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>How long each level is measured.</summary>
    public required TimeSpan Measure { get; init; }

    /// <summary>A level ends after so many conversations, whatever time is left.</summary>
    public required int MostConversations { get; init; }

    public required int ColdStarts { get; init; }

    public static LoadOptions Parse(string[] args)
    {
        var start = args.Contains("--quick") ? Quick : Full;
        return start with
        {
            Levels = Value(args, "--levels") is { } levels ? [.. levels.Split(',').Select(Number)] : start.Levels,
            Measure = Value(args, "--seconds") is { } seconds ? TimeSpan.FromSeconds(Number(seconds)) : start.Measure,
            MostConversations = Value(args, "--conversations") is { } most ? Number(most) : start.MostConversations,
        };
    }

    private static LoadOptions Full => new()
    {
        Levels = [1, 16, 64],
        WarmUp = TimeSpan.FromSeconds(8),
        Measure = TimeSpan.FromSeconds(10),
        MostConversations = 50_000,
        ColdStarts = 3,
    };

    private static LoadOptions Quick => new()
    {
        Levels = [1, 8],
        WarmUp = TimeSpan.Zero,
        Measure = TimeSpan.FromSeconds(20),
        MostConversations = 24,
        ColdStarts = 1,
    };

    private static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
