using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>Anything that can stand in a card's body; <c>type</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(Badge), "Badge")]
[JsonDerivedType(typeof(Icon), "Icon")]
[JsonDerivedType(typeof(ProgressBar), "ProgressBar")]
[JsonDerivedType(typeof(CodeBlock), "CodeBlock")]
[JsonDerivedType(typeof(DonutChart), "Chart.Donut")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
public abstract record CardElement
{
    /// <summary>Unique in its card; an input's id names its value in what is submitted.</summary>
    public string? Id { get; init; }

    /// <summary>False hides the element.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Draws a line above.</summary>
    public bool? Separator { get; init; }

    /// <summary>Space above: see <see cref="Spacings"/>.</summary>
    public string? Spacing { get; init; }

    /// <summary>What is shown where this element is not known; it says all that this one says.</summary>
    public CardElement? Fallback { get; init; }

    /// <summary>How wide a card must be for this element: see <see cref="CardWidths"/>. Clients that do not know it show the element always.</summary>
    public string? TargetWidth { get; init; }
}

/// <summary>Values of <see cref="CardElement.TargetWidth"/>.</summary>
/// <remarks>Source: Teams documentation, "Design Adaptive Cards for a responsive layout": a phone's card is narrow or very narrow.</remarks>
public static class CardWidths
{
    /// <summary>Everything but the narrowest panes, such as a meeting's side panel.</summary>
    public const string AtLeastNarrow = "atLeast:Narrow";

    /// <summary>A desktop's chat or channel; no phone.</summary>
    public const string AtLeastStandard = "atLeast:Standard";
}

/// <summary>Values of <see cref="CardElement.Spacing"/>.</summary>
public static class Spacings
{
    /// <summary>No space.</summary>
    public const string None = "None";

    /// <summary>Little space.</summary>
    public const string Small = "Small";

    /// <summary>More than usual.</summary>
    public const string Medium = "Medium";

    /// <summary>Much.</summary>
    public const string Large = "Large";
}
