using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Protocol.Builder;

namespace TrunkBot.Chat;

/// <summary>Opens a turn: which channel, who is it, which roles.</summary>
internal sealed class ChatPeople(ChannelTable channels, PersonReader people, RoleBook roles)
{
    public async Task<ChatTurn> OpenAsync(ITurnContext context, CancellationToken ct)
    {
        var person = people.Of(context.Activity);
        var turn = new ChatTurn(context, channels.Find(context.Activity.ChannelId), person, await roles.RolesOfAsync(person, ct));
        context.TurnState[nameof(ChatTurn)] = turn;
        return turn;
    }
}
