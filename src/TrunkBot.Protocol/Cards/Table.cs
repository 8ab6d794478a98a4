using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>Rows and columns; a part of Adaptive Cards since 1.5.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>Whether the first row holds headings, which screen readers find; so it is where nothing is said.</summary>
    public bool? FirstRowAsHeaders { get; init; }

    /// <summary>False leaves out the lines between the cells.</summary>
    public bool? ShowGridLines { get; init; }

    /// <summary>A table of text.</summary>
    /// <param name="headings">Read as Markdown, as the cells are: see <see cref="CardText.Plain"/>.</param>
    /// <param name="weights">How wide the columns are beside each other.</param>
    /// <param name="rows">The cells of each row, and in each its lines.</param>
    public static Table OfText(IReadOnlyList<string> headings, IReadOnlyList<int> weights, IEnumerable<IReadOnlyList<IReadOnlyList<string>>> rows) => new(
        [.. weights.Select(weight => new TableColumn(weight))],
        [
            Row(headings.Select(heading => new TextBlock(heading) { Weight = TextWeights.Bolder })),
            .. rows.Select(cells => new TableRow([.. cells.Select(lines => new TableCell([.. lines.Select(line => new TextBlock(line) { Spacing = Spacings.None })]))])),
        ]);

    private static TableRow Row(IEnumerable<TextBlock> cells) => new([.. cells.Select(cell => new TableCell([cell]))]);
}

/// <summary>How wide a column of a <see cref="Table"/> is.</summary>
/// <param name="Width">A weight beside the other columns.</param>
public sealed record TableColumn(int Width);

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">From left to right, one for each column.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>Always <c>TableRow</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TableRow";
}

/// <summary>A cell of a <see cref="Table"/>.</summary>
/// <param name="Items">The elements.</param>
public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    /// <summary>Always <c>TableCell</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TableCell";
}
