using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>A paragraph. Its text is read as Markdown, and <c>{{DATE(…)}}</c> in it as a date: see <see cref="CardText.Plain"/>.</summary>
/// <param name="Text">What it says.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Breaks long lines; a card without it cuts them off.</summary>
    public bool? Wrap { get; init; } = true;

    /// <summary>See <see cref="TextWeights"/>.</summary>
    public string? Weight { get; init; }

    /// <summary>See <see cref="TextSizes"/>.</summary>
    public string? Size { get; init; }

    /// <summary>See <see cref="TextColors"/>; never the only sign of a meaning.</summary>
    public string? Color { get; init; }

    /// <summary>Less prominent.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>Cuts off after so many lines.</summary>
    public int? MaxLines { get; init; }

    /// <summary><c>Monospace</c> or absent.</summary>
    public string? FontType { get; init; }

    /// <summary><c>heading</c> for a heading that screen readers find, or absent.</summary>
    public string? Style { get; init; }

    /// <summary>A heading, for the eye and for a screen reader.</summary>
    public static TextBlock Heading(string text) => new(text)
    {
        Weight = TextWeights.Bolder,
        Size = TextSizes.Medium,
        Style = "heading",
    };
}

/// <summary>A paragraph whose runs are shown as they are: no Markdown.</summary>
/// <param name="Inlines">The runs.</param>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;

/// <summary>A part of a <see cref="RichTextBlock"/>.</summary>
/// <param name="Text">What it says; shown as it is.</param>
public sealed record TextRun(string Text)
{
    /// <summary>Always <c>TextRun</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";

    /// <summary>See <see cref="TextWeights"/>.</summary>
    public string? Weight { get; init; }

    /// <summary>See <see cref="TextColors"/>.</summary>
    public string? Color { get; init; }

    /// <summary>Less prominent.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary><c>Monospace</c> or absent.</summary>
    public string? FontType { get; init; }
}

/// <summary>Weights of text.</summary>
public static class TextWeights
{
    /// <summary>Bold.</summary>
    public const string Bolder = "Bolder";

    /// <summary>Light.</summary>
    public const string Lighter = "Lighter";
}

/// <summary>Sizes of text.</summary>
public static class TextSizes
{
    /// <summary>Small.</summary>
    public const string Small = "Small";

    /// <summary>Larger than usual.</summary>
    public const string Medium = "Medium";

    /// <summary>Large.</summary>
    public const string Large = "Large";
}

/// <summary>Colours of text.</summary>
public static class TextColors
{
    /// <summary>Stands out.</summary>
    public const string Accent = "Accent";

    /// <summary>Something went well.</summary>
    public const string Good = "Good";

    /// <summary>Look here.</summary>
    public const string Warning = "Warning";

    /// <summary>Something is wrong.</summary>
    public const string Attention = "Attention";
}
