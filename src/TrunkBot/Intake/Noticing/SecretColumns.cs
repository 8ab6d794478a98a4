using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>The cells under a label that calls them secrets.</summary>
internal static class SecretColumns
{
    public static IEnumerable<Stretch> In(string text, IReadOnlyList<Grid> grids) =>
        from grid in grids
        from column in Enumerable.Range(0, grid.Labels.Count)
        where IsSecret(grid.Labels[column].In(text))
        from row in grid.Rows
        where column < row.Count && !row[column].IsEmpty && !Placeholder.Is(row[column].In(text))
        select row[column];

    /// <summary>Where the lines begin that hold labels alone.</summary>
    public static HashSet<int> HeaderLines(string text, IReadOnlyList<Grid> grids) =>
        [.. grids.Select(grid => text.LastIndexOf('\n', Math.Max(0, grid.Labels[0].Start - 1)) + 1)];

    private static bool IsSecret(string label)
    {
        var words = Word.In(label);
        return Enumerable.Range(0, words.Count).Any(at => SecretWords.At(words, at) > 0);
    }
}
