using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Schema;

/// <summary>A card or file that travels with an activity.</summary>
public sealed class Attachment
{
    /// <summary>Content type of an Adaptive Card.</summary>
    public const string AdaptiveCardContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Media type of <see cref="Content"/> or of what <see cref="ContentUrl"/> holds.</summary>
    public string? ContentType { get; set; }

    /// <summary>The card itself.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>Where the file is.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>Small picture of the file.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Every member that has no property here, unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Buttons offered under a message; they vanish after use.</summary>
public sealed class SuggestedActions
{
    /// <summary>Ids of those who see them; empty for everybody.</summary>
    public List<string>? To { get; set; }

    /// <summary>The buttons.</summary>
    public List<CardAction> Actions { get; set; } = [];
}

/// <summary>A button of the Bot Framework's own kind (not of an Adaptive Card).</summary>
public sealed class CardAction
{
    /// <summary><c>imBack</c>, <c>messageBack</c>, <c>openUrl</c>, …</summary>
    public string? Type { get; set; }

    /// <summary>What the button says.</summary>
    public string? Title { get; set; }

    /// <summary>What it sends or opens.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>A button that opens the page where a person signs in.</summary>
    public static CardAction SignIn(string title, string? link) => new()
    {
        Type = "signin",
        Title = title,
        Value = link is null ? null : JsonSerializer.SerializeToElement(link, ProtocolJsonContext.Default.String),
    };

    /// <summary>A button that says <paramref name="title"/> and types <paramref name="text"/> for the person.</summary>
    public static CardAction ImBack(string title, string text) => new()
    {
        Type = "imBack",
        Title = title,
        Value = JsonSerializer.SerializeToElement(text, ProtocolJsonContext.Default.String),
    };
}
