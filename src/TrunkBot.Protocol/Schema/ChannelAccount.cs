using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Schema;

/// <summary>A person or a bot on a channel.</summary>
public sealed class ChannelAccount
{
    /// <summary>Opaque id, specific to channel and bot (<c>29:…</c> for a person on Teams, <c>28:…</c> for a bot). Never parse it.</summary>
    public string? Id { get; set; }

    /// <summary>Display name. Says nothing about identity.</summary>
    public string? Name { get; set; }

    /// <summary>Entra object id of the person, a GUID.</summary>
    public string? AadObjectId { get; set; }

    /// <summary><c>user</c>, <c>bot</c> or <c>skill</c>.</summary>
    public string? Role { get; set; }

    /// <summary>On a recipient: only this account and the bot see the message, in a group chat or channel of Teams.</summary>
    public bool? IsTargeted { get; set; }

    /// <summary>Every member that has no property here, unchanged (roster fields of Teams among them).</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A conversation on a channel.</summary>
public sealed class ConversationAccount
{
    /// <summary>Id of the conversation; in a channel thread of Teams it ends in <c>;messageid=&lt;root&gt;</c>.</summary>
    public string? Id { get; set; }

    /// <summary>Display name.</summary>
    public string? Name { get; set; }

    /// <summary>True for a group chat or channel; absent counts as false.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    /// <summary>Entra tenant, a GUID.</summary>
    public string? TenantId { get; set; }

    /// <summary>Entra object id that some channels write here.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>Role that some channels write here.</summary>
    public string? Role { get; set; }

    /// <summary>Every member that has no property here, unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Reactions that a bot puts on a message to say what it would else need a message for.</summary>
/// <remarks>Ids of the Teams reactions reference: code points and a name (Teams documentation, "Agent reactions", July 2026).</remarks>
public static class ReactionTypes
{
    /// <summary>It was seen, and more is to come.</summary>
    public const string Seen = "1f440_eyes";

    /// <summary>It is done.</summary>
    public const string Done = "2705_whiteheavycheckmark";
}

/// <summary>A reaction such as <c>like</c>; an open set.</summary>
public sealed class MessageReaction
{
    /// <summary>Name of the reaction.</summary>
    public string? Type { get; set; }
}
