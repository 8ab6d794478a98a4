using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>Elements that belong together.</summary>
/// <param name="Items">The elements.</param>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>See <see cref="ContainerStyles"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Reaches to the card's edge.</summary>
    public bool? Bleed { get; init; }
}

/// <summary>Columns side by side.</summary>
/// <param name="Columns">From left to right.</param>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <summary>One of the columns of a <see cref="ColumnSet"/>.</summary>
/// <param name="Items">The elements.</param>
public sealed record Column(IReadOnlyList<CardElement> Items)
{
    /// <summary>Always <c>Column</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Column";

    /// <summary><c>auto</c>, <c>stretch</c> or a weight such as <c>2</c>.</summary>
    public string? Width { get; init; }

    /// <summary><c>Top</c>, <c>Center</c> or <c>Bottom</c>.</summary>
    public string? VerticalContentAlignment { get; init; }
}

/// <summary>Buttons in the middle of a card.</summary>
/// <param name="Actions">The buttons.</param>
public sealed record ActionSet(IReadOnlyList<AdaptiveAction> Actions) : CardElement;

/// <summary>Values of <see cref="Container.Style"/>.</summary>
public static class ContainerStyles
{
    /// <summary>Set off from the rest.</summary>
    public const string Emphasis = "emphasis";

    /// <summary>Something went well.</summary>
    public const string Good = "good";

    /// <summary>Look here.</summary>
    public const string Warning = "warning";

    /// <summary>Something is wrong.</summary>
    public const string Attention = "attention";
}
