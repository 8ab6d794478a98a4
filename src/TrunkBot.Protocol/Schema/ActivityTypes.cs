namespace TrunkBot.Protocol.Schema;

/// <summary>Values of <see cref="Activity.Type"/>. Unknown ones must be tolerated (A2005).</summary>
public static class ActivityTypes
{
    /// <summary>Chat text, cards and card submits.</summary>
    public const string Message = "message";

    /// <summary>The person edited or undeleted a message.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>The person deleted a message.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction to one of the bot's messages.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>Members came or went; a team or channel changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed, upgraded or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request whose answer is the HTTP body.</summary>
    public const string Invoke = "invoke";

    /// <summary>A named one-way event.</summary>
    public const string Event = "event";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A conversation with a skill ended.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>Debugging output; never sent to a channel.</summary>
    public const string Trace = "trace";
}

/// <summary>Values of <see cref="Activity.TextFormat"/>.</summary>
public static class TextFormats
{
    /// <summary>No mark-up.</summary>
    public const string Plain = "plain";

    /// <summary>Markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>Teams' subset of HTML.</summary>
    public const string Xml = "xml";
}

/// <summary>Values of <see cref="Activity.InputHint"/>, as the SDKs spell them.</summary>
public static class InputHints
{
    /// <summary>The bot listens but does not wait.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot waits for an answer.</summary>
    public const string ExpectingInput = "expectingInput";

    /// <summary>The bot does not listen.</summary>
    public const string IgnoringInput = "ignoringInput";
}

/// <summary>Values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    /// <summary>Replies are sent to the connector.</summary>
    public const string Normal = "normal";

    /// <summary>Replies travel in the body of the HTTP response, as <c>{"activities":[…]}</c>.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>Values of <see cref="Activity.ChannelId"/>.</summary>
public static class Channels
{
    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>Web Chat.</summary>
    public const string Webchat = "webchat";

    /// <summary>Direct Line.</summary>
    public const string Directline = "directline";

    /// <summary>Bot Framework Emulator.</summary>
    public const string Emulator = "emulator";
}

/// <summary>Values of <see cref="TeamsChannelData.EventType"/> that a bot tells apart.</summary>
public static class TeamsEventTypes
{
    /// <summary>A message was changed.</summary>
    public const string EditMessage = "editMessage";

    /// <summary>A message that was deleted is back.</summary>
    public const string UndeleteMessage = "undeleteMessage";

    /// <summary>A message was deleted; it can come back.</summary>
    public const string SoftDeleteMessage = "softDeleteMessage";

    /// <summary>A channel was made.</summary>
    public const string ChannelCreated = "channelCreated";

    /// <summary>A channel was deleted; it can come back.</summary>
    public const string ChannelDeleted = "channelDeleted";

    /// <summary>A channel has a new name.</summary>
    public const string ChannelRenamed = "channelRenamed";

    /// <summary>A channel that was deleted is back.</summary>
    public const string ChannelRestored = "channelRestored";

    /// <summary>A team was put away; nothing can be said in it.</summary>
    public const string TeamArchived = "teamArchived";

    /// <summary>A team was deleted; it can come back.</summary>
    public const string TeamDeleted = "teamDeleted";

    /// <summary>A team is gone for good.</summary>
    public const string TeamHardDeleted = "teamHardDeleted";

    /// <summary>A team has a new name.</summary>
    public const string TeamRenamed = "teamRenamed";

    /// <summary>A team that was deleted is back.</summary>
    public const string TeamRestored = "teamRestored";

    /// <summary>A team that was put away is in use again.</summary>
    public const string TeamUnarchived = "teamUnarchived";
}

/// <summary>Values of <see cref="ConversationAccount.ConversationType"/> on Teams.</summary>
public static class ConversationTypes
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>A group or meeting chat.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team.</summary>
    public const string Channel = "channel";
}
