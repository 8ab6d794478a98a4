using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Protocol.Builder;

namespace TrunkBot.Chat;

/// <summary>Opens a turn: which channel, who is it, which roles.</summary>
internal sealed class ChatPeople(ChannelTable channels, PersonReader people, RoleBook roles)
{
    public Task<ChatTurn> OpenAsync(ITurnContext context, CancellationToken ct) => OpenAsync(context, channels.Find(context.Activity.ChannelId), ct);

    /// <summary>The same for what is done in a dialog.</summary>
    public Task<ChatTurn> OpenWindowAsync(ITurnContext context, CancellationToken ct) =>
        OpenAsync(context, new WindowChannel(channels.Find(context.Activity.ChannelId)), ct);

    private async Task<ChatTurn> OpenAsync(ITurnContext context, IChannel channel, CancellationToken ct)
    {
        var person = people.Of(context.Activity);
        var turn = new ChatTurn(context, channel, person, await roles.RolesOfAsync(person, ct));
        context.TurnState[nameof(ChatTurn)] = turn;
        return turn;
    }
}
