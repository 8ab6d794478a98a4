using System.Text.RegularExpressions;

namespace TrunkBot.Protocol.Schema;

/// <summary>What can be asked of an activity.</summary>
public static partial class ActivityExtensions
{
    /// <summary>True for a message that only one person and the bot see; it is answered in the same way.</summary>
    /// <remarks>Source: Teams documentation, "Targeted messages", and microsoft/teams.net, samples/TargetedMessages.</remarks>
    public static bool IsTargeted(this Activity activity) => activity.Recipient?.IsTargeted == true;

    /// <summary>The reference to the conversation that an incoming activity belongs to.</summary>
    /// <exception cref="InvalidOperationException">The activity has no channel, conversation or service address.</exception>
    public static ConversationReference GetConversationReference(this Activity activity) => new()
    {
        ActivityId = activity.Id,
        User = activity.IsTargeted() ? Targeted(activity.From) : activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation ?? throw new InvalidOperationException("The activity has no conversation."),
        ChannelId = activity.ChannelId ?? throw new InvalidOperationException("The activity has no channelId."),
        ServiceUrl = activity.ServiceUrl ?? throw new InvalidOperationException("The activity has no serviceUrl."),
        Locale = activity.Locale,
    };

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
    /// The text without the mentions of the bot itself, no-break spaces as spaces, trimmed; empty where there is no text.
    /// Mentions of others stay: they carry meaning. Only entities count, not <c>&lt;at&gt;</c> that somebody typed.
    /// </summary>
    public static string RemoveRecipientMention(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.GetMentions().Where(m => m.Mentioned!.Id == activity.Recipient?.Id))
        {
            var spoken = mention.Text is { Length: > 0 } exact ? exact : $"<at>{mention.Mentioned!.Name}</at>";
            foreach (var form in Spellings(spoken))
                text = text.Replace(form, " ", StringComparison.OrdinalIgnoreCase);
        }

        return text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00a0', ' ').Trim();
    }

    // Text and entity do not agree on whether an ampersand in a name is encoded (microsoft/botbuilder-js#2083).
    private static string[] Spellings(string spoken) => spoken.Contains('&')
        ? [spoken, spoken.Replace("&amp;", "&", StringComparison.Ordinal), spoken.Replace("&", "&amp;", StringComparison.Ordinal)]
        : [spoken];

    /// <summary>True when the bot is mentioned by an entity.</summary>
    public static bool MentionsRecipient(this Activity activity) =>
        activity.GetMentions().Any(m => m.Mentioned!.Id == activity.Recipient?.Id);

    /// <summary>The tenant of an activity: the conversation's, else that of Teams' channel data; null where neither names one.</summary>
    public static string? GetTenantId(this Activity activity) =>
        activity.Conversation?.TenantId is { Length: > 0 } tenant ? tenant : TeamsChannelData.Of(activity).Tenant?.Id;

    /// <summary>A conversation id without the thread part <c>;messageid=…</c> of a Teams channel.</summary>
    public static string WithoutThread(string conversationId) => ThreadPart().Replace(conversationId, "");

    private static ChannelAccount? Targeted(ChannelAccount? person) =>
        person is null ? null : new() { Id = person.Id, Name = person.Name, AadObjectId = person.AadObjectId, IsTargeted = true };

    [GeneratedRegex(";messageid=[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex ThreadPart();
}
