using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Cards;

/// <summary>An Adaptive Card as Teams shows it: version 1.5, a pure value.</summary>
/// <remarks>
/// Source: microsoft/AdaptiveCards, <c>schemas/1.5.0/adaptive-card.json</c>. Text that came from people goes through
/// <see cref="CardText"/> before it is put into an element.
/// </remarks>
public sealed record AdaptiveCard
{
    /// <summary>The newest version that Teams shows.</summary>
    public const string SupportedVersion = "1.5";

    /// <summary>Identifies the schema; nobody fetches it.</summary>
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>Always <c>AdaptiveCard</c>.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    /// <summary>Always <see cref="SupportedVersion"/>.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = SupportedVersion;

    /// <summary>What is read where the card cannot be shown; also the text of a notification.</summary>
    public required string FallbackText { get; init; }

    /// <summary>BCP-47 tag of the card's language.</summary>
    public string? Lang { get; init; } = "en";

    /// <summary>What the card shows, from top to bottom.</summary>
    public IReadOnlyList<CardElement> Body { get; init; } = [];

    /// <summary>Buttons under the body; six at most are shown well.</summary>
    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }

    /// <summary>Has the clients of some people ask for a card of their own; null for a card that is alike for all.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>What only Teams knows.</summary>
    public TeamsCardProperties? Msteams { get; init; }

    /// <summary>The card as JSON, as an invoke's answer carries it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, CardJsonContext.Default.AdaptiveCard);

    /// <summary>The card as a message carries it.</summary>
    public Attachment ToAttachment() => new()
    {
        ContentType = Attachment.AdaptiveCardContentType,
        Content = ToJson(),
    };

    /// <summary>A message that is this card; its summary is the fallback text.</summary>
    public Activity ToMessage() => Activity.Message(ToAttachment(), FallbackText);
}

/// <summary>Members of a card that only Teams reads.</summary>
public sealed record TeamsCardProperties
{
    /// <summary>A card as wide as the message column.</summary>
    public static TeamsCardProperties FullWidth { get; } = new() { Width = "Full" };

    /// <summary><c>Full</c> or absent.</summary>
    public string? Width { get; init; }
}
