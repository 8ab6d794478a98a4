using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Schema;

/// <summary>
/// One activity of the Bot Framework Activity Protocol (3.4): what a channel posts to the bot and what the bot posts back.
/// Members that this class does not know are kept in <see cref="AdditionalProperties"/> and written back as they came.
/// </summary>
/// <remarks>Source: microsoft/Agents, specs/activity/protocol-activity.md.</remarks>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; compared by ordinal. Required on the wire.</summary>
    public string? Type { get; set; }

    /// <summary>Given by the channel; never sent by the bot (A2031). On Teams a string of digits, unique in its conversation only.</summary>
    public string? Id { get; set; }

    /// <summary>UTC time the channel wrote; may run backwards between activities (A2042).</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's local time with offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's time zone, such as <c>Europe/Rome</c>.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Base address of every call back to this channel; not sent by the bot.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>One of <see cref="Channels"/>; compared by ordinal.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>Whom it is for: the bot, on everything that arrives.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>Where it was said.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Id of the activity in the same conversation that this one answers; for a card click, the card's message.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>BCP-47 tag of the sender's language.</summary>
    public string? Locale { get; set; }

    /// <summary>What was said; null on a card submit. In groups it holds the <c>&lt;at&gt;</c> mark-up of mentions.</summary>
    public string? Text { get; set; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>; see <see cref="TextFormats"/>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>SSML for channels that speak.</summary>
    public string? Speak { get; set; }

    /// <summary>Text of the toast and of the activity feed.</summary>
    public string? Summary { get; set; }

    /// <summary>See <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>.</summary>
    public string? Importance { get; set; }

    /// <summary><c>list</c> (the default) or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Cards and files.</summary>
    public List<Attachment>? Attachments { get; set; }

    /// <summary>Buttons that vanish after use.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Mentions, client information and kinds this library does not know.</summary>
    public List<Entity>? Entities { get; set; }

    /// <summary>Name of an invoke or event, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Payload of an invoke, an event or a card submit: an object, or a string from a <c>messageBack</c>.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>What kind of thing <see cref="Value"/> is.</summary>
    public string? ValueType { get; set; }

    /// <summary>Channel-specific object; read Teams' with <see cref="TeamsChannelData.Of"/>.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c> on an installationUpdate.</summary>
    public string? Action { get; set; }

    /// <summary>Reason code of an endOfConversation.</summary>
    public string? Code { get; set; }

    /// <summary><c>normal</c> or <c>expectReplies</c>; see <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Who joined the conversation; the bot itself has the id of <see cref="Recipient"/>.</summary>
    public List<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left the conversation.</summary>
    public List<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions put on the bot's message <see cref="ReplyToId"/>.</summary>
    public List<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken away.</summary>
    public List<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>New name of the conversation.</summary>
    public string? TopicName { get; set; }

    /// <summary>Every member that has no property here, unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A message with text only, in plain format.</summary>
    public static Activity Message(string text) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormats.Plain,
    };

    /// <summary>A message with one attachment and no text: Teams gives no message id to a message that has both.</summary>
    public static Activity Message(Attachment attachment, string? summary = null) => new()
    {
        Type = ActivityTypes.Message,
        Attachments = [attachment],
        Summary = summary,
    };

    /// <summary>A copy whose members can be set without changing this one; what they hold is shared.</summary>
    internal Activity ShallowCopy() => (Activity)MemberwiseClone();
}
