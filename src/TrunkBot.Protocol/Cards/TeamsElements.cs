namespace TrunkBot.Protocol.Cards;

// Elements that Teams draws and no version of the schema that it takes knows. Each needs a fallback: Web Chat, Outlook and older clients show that instead.
// Source: Teams documentation, "Types of cards"; members and values by the npm package @microsoft/teams.cards 2.0.

/// <summary>A short word or two in a coloured pill; it does not break lines.</summary>
/// <param name="Text">What it says; shown as it is, without Markdown.</param>
public sealed record Badge(string Text) : CardElement
{
    /// <summary>See <see cref="BadgeStyles"/>.</summary>
    public string? Style { get; init; }

    /// <summary>A name of the Fluent icons, such as <c>CheckmarkCircle</c>.</summary>
    public string? Icon { get; init; }

    /// <summary><c>Medium</c>, <c>Large</c> or <c>ExtraLarge</c>.</summary>
    public string? Size { get; init; }

    /// <summary><c>Filled</c> or <c>Tint</c>.</summary>
    public string? Appearance { get; init; }

    /// <summary>What a pointer over it, and a screen reader, says beyond the text.</summary>
    public string? Tooltip { get; init; }
}

/// <summary>Values of <see cref="Badge.Style"/>.</summary>
public static class BadgeStyles
{
    /// <summary>Nothing in particular.</summary>
    public const string Default = "Default";

    /// <summary>It goes on.</summary>
    public const string Informative = "Informative";

    /// <summary>Something went well.</summary>
    public const string Good = "Good";

    /// <summary>Look here.</summary>
    public const string Warning = "Warning";

    /// <summary>Something is wrong.</summary>
    public const string Attention = "Attention";
}

/// <summary>A sign of the Fluent icons. It says nothing to a screen reader, so what it means stands beside it.</summary>
/// <param name="Name">Such as <c>CheckmarkCircle</c>: see https://react.fluentui.dev, Icons.</param>
public sealed record Icon(string Name) : CardElement
{
    /// <summary>See <see cref="TextColors"/>.</summary>
    public string? Color { get; init; }

    /// <summary><c>xxSmall</c> to <c>xxLarge</c>.</summary>
    public string? Size { get; init; }

    /// <summary><c>Regular</c> or <c>Filled</c>.</summary>
    public string? Style { get; init; }
}

/// <summary>How far something has come.</summary>
/// <param name="Value">From 0 to <paramref name="Max"/>.</param>
/// <param name="Max">What is reached at the end; over 0.</param>
public sealed record ProgressBar(double Value, double Max) : CardElement
{
    /// <summary>See <see cref="TextColors"/>.</summary>
    public string? Color { get; init; }
}

/// <summary>Code in a fixed font, with numbered lines and a button that copies it.</summary>
/// <param name="CodeSnippet">The code; shown as it is.</param>
/// <param name="Language">Such as <c>Json</c>; <c>PlainText</c> for none.</param>
public sealed record CodeBlock(string CodeSnippet, string Language) : CardElement;

/// <summary>Parts of a whole, as a ring with a legend. A part's value is shown beside its name.</summary>
/// <param name="Title">What the whole is.</param>
/// <param name="Data">The parts, clockwise.</param>
public sealed record DonutChart(string Title, IReadOnlyList<DonutPart> Data) : CardElement
{
    /// <summary>What stands in the middle of the ring: the whole.</summary>
    public string? Value { get; init; }

    /// <summary>Shows the title.</summary>
    public bool ShowTitle { get; } = true;

    /// <summary>Shows the legend; it always has to be there, as a colour alone says nothing.</summary>
    public bool ShowLegend { get; } = true;
}

/// <summary>A part of a <see cref="DonutChart"/>.</summary>
/// <param name="Legend">Its name.</param>
/// <param name="Value">How much it is.</param>
public sealed record DonutPart(string Legend, double Value)
{
    /// <summary>A colour's name, such as <c>good</c> or <c>categoricalBlue</c>; Teams chooses where nothing is said.</summary>
    public string? Color { get; init; }
}

/// <summary>Bars from left to right, one under the other, each with its name and its value.</summary>
/// <param name="Title">What the bars are.</param>
/// <param name="Data">The bars, from top to bottom.</param>
public sealed record HorizontalBarChart(string Title, IReadOnlyList<Bar> Data) : CardElement
{
    /// <summary>Shows the title.</summary>
    public bool ShowTitle { get; } = true;

    /// <summary><c>AbsoluteWithAxis</c>, <c>AbsoluteNoAxis</c> or <c>PartToWhole</c>.</summary>
    public string? DisplayMode { get; init; } = "AbsoluteNoAxis";
}

/// <summary>A bar of a <see cref="HorizontalBarChart"/>.</summary>
/// <param name="X">Its name.</param>
/// <param name="Y">How long it is.</param>
public sealed record Bar(string X, double Y)
{
    /// <inheritdoc cref="DonutPart.Color" />
    public string? Color { get; init; }
}
