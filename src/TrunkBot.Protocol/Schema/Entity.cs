using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Schema;

/// <summary>Metadata about an activity, keyed by <see cref="Type"/>. Unknown kinds are kept and ignored.</summary>
public sealed class Entity
{
    /// <summary>Kind of the entity; <c>mention</c> is the one this library reads.</summary>
    public string? Type { get; set; }

    /// <summary>For a mention: the exact part of the activity's text.</summary>
    public string? Text { get; set; }

    /// <summary>For a mention: who.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Every member that has no property here, unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>True for a mention that names somebody.</summary>
    [JsonIgnore]
    public bool IsMention => Type == "mention" && Mentioned is not null;
}
