using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Conversations;

/// <summary>
/// A message extension is used from any chat, also where the bot is no member and can neither say nor update anything. What it leads to goes on in the
/// person's own chat with the bot, as if it had been asked there.
/// </summary>
internal static class ExtensionPlace
{
    /// <summary>Member of the turn's state: this person has no chat with the bot, so there is nowhere to go on.</summary>
    public const string Nowhere = "the extension has no place";

    /// <summary>Whether the activity says something of a place that the bot is in; what comes from a message extension is moved to one where that is known.</summary>
    public static async Task<bool> IsPlaceOfBotAsync(ITurnContext turn, CancellationToken ct)
    {
        if (!turn.Activity.IsFromMessageExtension() || IsOwnChat(turn.Activity))
            return true;
        if (await OwnChatAsync(turn, ct) is not { } chat)
        {
            turn.TurnState[Nowhere] = true;
            return false;
        }

        Move(turn.Activity, chat);
        return true;
    }

    // A chat of two people is personal too; its id begins as that of a group.
    private static bool IsOwnChat(Activity activity) => activity.IsPersonal() && !activity.Conversation!.Id!.StartsWith("19:", StringComparison.Ordinal);

    private static async Task<Conversation?> OwnChatAsync(ITurnContext turn, CancellationToken ct)
    {
        var activity = turn.Activity;
        var tenant = activity.Conversation!.TenantId ?? TeamsChannelData.Of(activity).Tenant?.Id;
        if (!Guid.TryParse(tenant, out var home) || !Guid.TryParse(activity.From?.AadObjectId, out var person))
            return null;
        var chats = await turn.Services.GetRequiredService<AddressBook>().OfPersonAsync(home.ToString(), person.ToString(), ct);
        return chats.Where(chat => chat.ChannelId == activity.ChannelId && chat.GoneSince is null).MaxBy(chat => chat.SeenAt);
    }

    private static void Move(Activity activity, Conversation chat)
    {
        activity.Conversation = new ConversationAccount { Id = chat.Id, ConversationType = ConversationTypes.Personal, TenantId = chat.TenantId };
        // The team of the message, if there is one, is not the team of this chat.
        activity.ChannelData = JsonSerializer.SerializeToElement(
            new TeamsChannelData { Tenant = new TenantInfo { Id = chat.TenantId } }, ProtocolJsonContext.Default.TeamsChannelData);
    }
}
