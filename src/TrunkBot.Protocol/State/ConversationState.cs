using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.State;

/// <summary>State of a conversation, shared by all who are in it.</summary>
public sealed class ConversationState() : BotState("ConversationState")
{
    /// <inheritdoc />
    public override string? GetStorageKey(Activity activity) =>
        activity is { ChannelId: { Length: > 0 } channel, Conversation.Id: { Length: > 0 } conversation }
            ? $"{channel}/conversations/{conversation}"
            : null;
}

/// <summary>State of a person, whichever conversation.</summary>
public sealed class UserState() : BotState("UserState")
{
    /// <inheritdoc />
    public override string? GetStorageKey(Activity activity) =>
        activity is { ChannelId: { Length: > 0 } channel, From.Id: { Length: > 0 } person }
            ? $"{channel}/users/{person}"
            : null;
}

/// <summary>State of one person in one conversation: where a dialog lives, so that in a group only its own person answers it.</summary>
public sealed class PrivateConversationState() : BotState("PrivateConversationState")
{
    /// <inheritdoc />
    public override string? GetStorageKey(Activity activity) =>
        activity is { ChannelId: { Length: > 0 } channel, Conversation.Id: { Length: > 0 } conversation, From.Id: { Length: > 0 } person }
            ? $"{channel}/conversations/{conversation}/users/{person}"
            : null;
}
