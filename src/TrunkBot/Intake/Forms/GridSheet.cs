using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>A table with a line of labels: each line below is a trunk.</summary>
internal static class GridSheet
{
    public static Sheet? Of(string text)
    {
        foreach (var grid in Grid.In(text))
        {
            List<string> labels = [.. grid.Labels.Select(label => label.In(text))];
            var kinds = labels.Select(LabelTable.Kind).ToList();
            if (kinds.Count(IsField) < 2)
                continue;
            List<Pair> pairs = [];
            for (var row = 0; row < grid.Rows.Count; row++)
                pairs.AddRange(Cells(text, labels, grid.Rows[row], row));
            var (start, end) = (grid.Labels[0].Start, grid.Rows[^1][^1].End);
            return new(pairs, grid.Rows.Count, $"{text[..start]}\n{text[end..]}") { IsCode = true };
        }

        return null;
    }

    private static IEnumerable<Pair> Cells(string text, List<string> labels, IReadOnlyList<Noticing.Stretch> row, int at) =>
        from column in Enumerable.Range(0, Math.Min(labels.Count, row.Count))
        where !row[column].IsEmpty
        select Pair.Of(labels[column], row[column].In(text), $"{labels[column]}: {row[column].In(text)}") with { Row = at };

    private static bool IsField(LabelKind kind) =>
        kind is LabelKind.TrunkName or LabelKind.Name or LabelKind.Host or LabelKind.Direction or LabelKind.Number or LabelKind.User or LabelKind.Secret or LabelKind.Port;
}
