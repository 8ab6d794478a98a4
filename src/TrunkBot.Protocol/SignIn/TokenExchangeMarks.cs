using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.SignIn;

/// <summary>
/// Which exchanges were taken. Every client of a person sends its own, all with the same id: the mark is stored with the turn that took the first, so
/// that of two processes one wins and the other runs again and finds it.
/// </summary>
/// <remarks>
/// npm botbuilder 4.23.3, <c>TeamsSSOTokenExchangeMiddleware</c>, does the same by channel, conversation and id. Here the person belongs to it too: in
/// a group chat one card is answered by the clients of several people.
/// </remarks>
public static class TokenExchangeMarks
{
    /// <summary>Whether an exchange with this id was taken from this person here.</summary>
    public static async Task<bool> IsTakenAsync(ITurnContext turnContext, string exchangeId, CancellationToken cancellationToken = default) =>
        await Storage(turnContext).ReadAsync(KeyOf(turnContext.Activity, exchangeId), cancellationToken) is not null;

    /// <summary>Marks it as taken, as soon as the turn is stored.</summary>
    public static Task TakeAsync(ITurnContext turnContext, string exchangeId, CancellationToken cancellationToken = default) =>
        Storage(turnContext).WriteAsync(KeyOf(turnContext.Activity, exchangeId), new StoreItem("{}", null), cancellationToken);

    private static IStorage Storage(ITurnContext turnContext) => turnContext.Services.GetRequiredService<IStorage>();

    private static string KeyOf(Activity activity, string exchangeId) =>
        $"{activity.ChannelId}/signin/{activity.Conversation?.Id}/{activity.From?.Id}/{exchangeId}";
}
