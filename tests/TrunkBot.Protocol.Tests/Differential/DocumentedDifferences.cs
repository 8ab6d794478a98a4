using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>One row of the table in src/TrunkBot.Protocol/README.md: which inputs differ in what, how, and why.</summary>
internal sealed record DocumentedDifference(IReadOnlyList<string> Inputs, string Aspect, string Theirs, string Ours, string Why)
{
    private static readonly string Readme = Path.GetFullPath("../../../src/TrunkBot.Protocol/README.md", Folder());

    public static string Text { get; } = File.ReadAllText(Readme);

    /// <summary>The rows below the heading "Differences".</summary>
    public static IReadOnlyList<DocumentedDifference> All { get; } =
    [
        .. Text.Split("## Differences")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim().Trim('`')).ToArray())
            .Select(cells => new DocumentedDifference([.. cells[0].Split("`, `")], cells[1], cells[2], cells[3], cells[4])),
    ];

    public bool Covers(Difference difference) => Inputs.Any(pattern => Covers(pattern, difference));

    /// <summary>True where this pattern of the row is about the difference.</summary>
    public bool Covers(string pattern, Difference difference) =>
        Matches(pattern, difference.Input) && Matches(Aspect, difference.Aspect)
        && Matches(Theirs, difference.Theirs) && Matches(Ours, difference.Ours);

    private static bool Matches(string pattern, string value) =>
        pattern == value || FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
