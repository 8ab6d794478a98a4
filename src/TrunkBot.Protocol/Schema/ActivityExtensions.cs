using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrunkBot.Protocol.Schema;

/// <summary>What can be asked of an activity.</summary>
public static partial class ActivityExtensions
{
    /// <summary>True for a message that only one person and the bot see; it is answered in the same way.</summary>
    /// <remarks>Source: Teams documentation, "Targeted messages", and microsoft/teams.net, samples/TargetedMessages.</remarks>
    public static bool IsTargeted(this Activity activity) => activity.Recipient?.IsTargeted == true;

    /// <summary>
    /// True where the caller reads the replies in the answer to its own call, as <see cref="ExpectedReplies"/>. An invoke has an answer of its own, so there it
    /// is false whatever <see cref="Activity.DeliveryMode"/> says.
    /// </summary>
    public static bool ExpectsReplies(this Activity activity) => activity is { DeliveryMode: DeliveryModes.ExpectReplies, Type: not ActivityTypes.Invoke };

    /// <summary>
    /// Addresses an outgoing message to the sender of another alone: in a group chat, meeting or channel of Teams nobody else sees it. It is gone after 24
    /// hours there, and takes no reactions and no replies. Where a place has one reader anyway, or nothing names the sender, it stays a usual message.
    /// </summary>
    /// <remarks>Source: Teams documentation, "Targeted messages" (generally available since 30 July 2026).</remarks>
    public static Activity ForSenderAlone(this Activity activity, Activity heard)
    {
        if (heard is { ChannelId: Channels.Msteams, From: { Id.Length: > 0 } sender } && !heard.IsPersonal())
            activity.Recipient = sender.With(isTargeted: true);
        return activity;
    }

    /// <summary>Has Teams tell of this message in the activity feed (<c>notification.alert</c>). For what somebody waits for, and for nothing else.</summary>
    /// <remarks>Source: Teams documentation, "Update and send messages: add notifications to your message".</remarks>
    public static Activity WithAlert(this Activity activity)
    {
        activity.ChannelData = JsonSerializer.SerializeToElement(
            new TeamsChannelData { Notification = new NotificationInfo { Alert = true } }, ProtocolJsonContext.Default.TeamsChannelData);
        return activity;
    }

    /// <summary>A copy for everybody in the conversation, with nothing that only one person could see and no reaction in its place.</summary>
    public static Activity ForEverybody(this Activity activity, ConversationReference reference)
    {
        var open = activity.ShallowCopy();
        (open.Recipient, open.ReactionsAdded) = (reference.User, null);
        return open;
    }

    /// <summary>
    /// True where only one person and the bot read: the conversation says so, or says nothing of its kind and nothing speaks for more people.
    /// Channels leave members out, so a missing <c>isGroup</c> alone proves nothing.
    /// </summary>
    public static bool IsPersonal(this Activity activity) => activity.Conversation switch
    {
        null or { IsGroup: true } => false,
        { ConversationType: { Length: > 0 } type } => type.Equals(ConversationTypes.Personal, StringComparison.OrdinalIgnoreCase),
        { Id: { } id } => !id.StartsWith("19:", StringComparison.Ordinal) && TeamsChannelData.Of(activity) is { Team: null, Channel: null },
        _ => false,
    };

    /// <summary>
    /// True for an invoke of a message extension. It names the conversation that the person was writing in, of which the bot need not be a member.
    /// </summary>
    /// <remarks>Source: Teams documentation, "Message extensions".</remarks>
    public static bool IsFromMessageExtension(this Activity activity) =>
        activity is { Type: ActivityTypes.Invoke, Name: { } name } && name.StartsWith(TeamsInvokeNames.MessageExtension, StringComparison.Ordinal);

    /// <summary>True for what the bot itself has said: where an app may read a whole conversation, its own messages come back to it.</summary>
    public static bool IsOwn(this Activity activity) =>
        activity.From?.Id is { Length: > 0 } sender && string.Equals(sender, activity.Recipient?.Id, StringComparison.Ordinal);

    /// <summary>The reference to the conversation that an incoming activity belongs to.</summary>
    /// <exception cref="InvalidOperationException">The activity has no channel, conversation or service address.</exception>
    public static ConversationReference GetConversationReference(this Activity activity) => new()
    {
        ActivityId = activity.Id,
        // What a client says of its own sender counts for nothing: a message is for one person because the bot is named so in it.
        User = activity.IsTargeted() ? activity.From?.With(isTargeted: true) : activity.From is { IsTargeted: not null } odd ? odd.With(isTargeted: null) : activity.From,
        Bot = activity.IsTargeted() ? activity.Recipient!.With(isTargeted: null) : activity.Recipient,
        Conversation = activity.Conversation ?? throw new InvalidOperationException("The activity has no conversation."),
        ChannelId = activity.ChannelId ?? throw new InvalidOperationException("The activity has no channelId."),
        ServiceUrl = activity.ServiceUrl ?? throw new InvalidOperationException("The activity has no serviceUrl."),
        Locale = activity.Locale,
        LocalTimezone = activity.GetTimezoneOfReader(),
    };

    /// <summary>
    /// IANA name of the time zone of whoever reads what this activity is answered with: that of its sender. Null where others read it too, or where the client says
    /// none. It is what the client wrote, and may name no zone that there is.
    /// </summary>
    /// <remarks>
    /// Sources: microsoft/Agents, specs/activity/protocol-activity.md, "Local timezone"; Teams documentation, "Conversation basics", whose activities name it a
    /// second time in the entity <c>clientInfo</c>.
    /// </remarks>
    public static string? GetTimezoneOfReader(this Activity activity)
    {
        if (!activity.IsPersonal() && !activity.IsTargeted())
            return null;
        return activity.LocalTimezone is { Length: > 0 } said
            ? said
            : activity.Entities?.Find(entity => entity.Type == "clientInfo")?.AdditionalProperties?.GetValueOrDefault("timezone") is { ValueKind: JsonValueKind.String } named
                ? named.GetString()
                : null;
    }

    /// <summary>Addresses an outgoing activity to the conversation of a reference.</summary>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference)
    {
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = new ConversationAccount { Id = reference.Conversation.Id };
        activity.From = reference.Bot;
        activity.Recipient ??= reference.User;
        activity.Locale ??= reference.Locale;
        return activity;
    }

    /// <summary>The mentions of an activity.</summary>
    public static IEnumerable<Entity> GetMentions(this Activity activity) =>
        activity.Entities?.Where(entity => entity.IsMention) ?? [];

    /// <summary>
    /// What was said: the text without the mentions of the bot itself, the quotes of a <i>Reply</i>, markup around the line and characters that nobody
    /// sees; empty where there is no text. Mentions of others stay: they carry meaning. Only entities count, not <c>&lt;at&gt;</c> that somebody typed.
    /// </summary>
    public static string RemoveRecipientMention(this Activity activity) => SpokenText.Of(activity);

    /// <summary>
    /// A text of this activity with the mentions of others replaced; where <paramref name="replacement"/> is null they stay. One pass, and the
    /// result is at most 8 KB longer than the text.
    /// </summary>
    public static string ReplaceMentions(this Activity activity, string text, Func<Entity, string?> replacement) =>
        MentionMarks.Replace(text, activity.GetMentions().Where(mention => mention.Mentioned!.Id != activity.Recipient?.Id), replacement);

    /// <summary>True when the bot is mentioned by an entity.</summary>
    public static bool MentionsRecipient(this Activity activity) =>
        activity.GetMentions().Any(m => m.Mentioned!.Id == activity.Recipient?.Id);

    /// <summary>A conversation id without the thread part <c>;messageid=…</c> of a Teams channel.</summary>
    public static string WithoutThread(string conversationId) => ThreadPart().Replace(conversationId, "");

    // Only who is meant is targeted: on the sender the connector knows no such member.
    private static ChannelAccount With(this ChannelAccount account, bool? isTargeted) =>
        new() { Id = account.Id, Name = account.Name, AadObjectId = account.AadObjectId, IsTargeted = isTargeted };

    [GeneratedRegex(";messageid=[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex ThreadPart();
}
