using TrunkBot.Protocol.Schema;

namespace TrunkBot.Conversations;

/// <summary>What an activity says of places, beside that somebody speaks in one.</summary>
/// <param name="Here">Whether the activity's own place is gone, is back, or is merely there.</param>
/// <param name="ChannelId">A channel of a team that this is about, by its id; null for none.</param>
/// <param name="TeamId">A team whose channels this is about; null for none.</param>
/// <param name="IsGone">Whether channel and team are gone; else they are back.</param>
internal sealed record ConversationEvent(Presence Here, string? ChannelId, string? TeamId, bool IsGone)
{
    /// <remarks>Source: Teams documentation, "Conversation events" and "Installation update event".</remarks>
    public static ConversationEvent Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.InstallationUpdate => OfInstallation(activity),
        ActivityTypes.ConversationUpdate => OfUpdate(activity),
        _ => Heard,
    };

    private static ConversationEvent Heard { get; } = new(Presence.There, null, null, false);

    private static ConversationEvent OfInstallation(Activity activity) => activity.Action switch
    {
        { } action when action.StartsWith("remove", StringComparison.OrdinalIgnoreCase) => OfTheBot(activity, isGone: true),
        { } action when action.StartsWith("add", StringComparison.OrdinalIgnoreCase) => OfTheBot(activity, isGone: false),
        _ => Heard,
    };

    private static ConversationEvent OfUpdate(Activity activity)
    {
        var data = TeamsChannelData.Of(activity);
        return data.EventType?.ToLowerInvariant() switch
        {
            "channeldeleted" when data.Channel?.Id is { Length: > 0 } channel => new(Named(activity, channel, gone: true), channel, null, true),
            "channelrestored" when data.Channel?.Id is { Length: > 0 } channel => new(Presence.There, channel, null, false),
            "teamdeleted" or "teamharddeleted" => OfTheBot(activity, isGone: true),
            "teamrestored" or "teamunarchived" => OfTheBot(activity, isGone: false),
            _ when HasBot(activity, activity.MembersRemoved) => OfTheBot(activity, isGone: true),
            _ when HasBot(activity, activity.MembersAdded) => OfTheBot(activity, isGone: false),
            _ => Heard,
        };
    }

    // In a team the app is installed, and the bot a member, once for all channels.
    private static ConversationEvent OfTheBot(Activity activity, bool isGone) =>
        new(isGone ? Presence.Gone : Presence.There, null, TeamsChannelData.Of(activity).Team?.Id, isGone);

    private static Presence Named(Activity activity, string channel, bool gone) =>
        gone && ActivityExtensions.WithoutThread(activity.Conversation!.Id!) == channel ? Presence.Gone : Presence.There;

    private static bool HasBot(Activity activity, IEnumerable<ChannelAccount?>? members) =>
        activity.Recipient?.Id is { Length: > 0 } bot && members?.Any(member => member?.Id == bot) == true;
}

/// <summary>Whether a place is there.</summary>
internal enum Presence
{
    There,
    Gone,
}
