using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Conversations;

/// <summary>Where the places are to which something is said later. What was stored with a reference is only the address of that day.</summary>
// The connector is fetched when it is needed, as it stands on settings of its own.
internal sealed class AddressBook(IBackEnd backEnd, IServiceProvider services)
{
    private const int MostAddresses = 8;
    private const string Nobody = "";

    /// <summary>What is known of the place; null when nothing is.</summary>
    public async Task<Conversation?> FindAsync(ConversationReference reference, CancellationToken ct) =>
        await FindAsync(reference.ChannelId, reference.Conversation.Id!, ct);

    public async Task<Conversation?> FindAsync(string channelId, string conversationId, CancellationToken ct) => await backEnd.ReadAsync(
        ConversationRows.One, ConversationRows.Read, ct, channelId, ActivityExtensions.WithoutThread(conversationId));

    /// <summary>Whether the place is known to be gone.</summary>
    public async Task<bool> IsGoneAsync(ConversationReference reference, CancellationToken ct) => (await FindAsync(reference, ct))?.GoneSince is not null;

    /// <summary>The reference with the address that the channel named last for this place.</summary>
    public async Task<ConversationReference> RenewAsync(ConversationReference reference, CancellationToken ct) =>
        await FindAsync(reference, ct) is { ServiceUrl: var address } && Trusts(address) ? reference with { ServiceUrl = address } : reference;

    /// <summary>
    /// The newest address of a tenant on a channel. It is for a place that does not answer at its own: a place where nobody speaks is not
    /// named anew when the tenant's address changes.
    /// </summary>
    /// <param name="tenantId">Whose.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="butNot">An address that was tried.</param>
    /// <param name="since">When that one was named; older ones are not wanted.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public async Task<string?> NewestAsync(string tenantId, string channelId, string? butNot, DateTimeOffset since, CancellationToken ct) =>
        (await backEnd.ListAsync(ConversationRows.Newest, ConversationRows.Read, ct, tenantId, channelId, MostAddresses))
            .Find(place => place.SeenAt >= since && place.ServiceUrl != butNot && Trusts(place.ServiceUrl))?.ServiceUrl;

    /// <summary>Everybody's personal chats, as many as these.</summary>
    public ValueTask<List<Conversation>> PersonalAsync(string tenantId, int most, CancellationToken ct) =>
        backEnd.ListAsync(ConversationRows.Personal, ConversationRows.Read, ct, tenantId, Nobody, most);

    public ValueTask<List<Conversation>> OfPersonAsync(string tenantId, string personId, CancellationToken ct) =>
        backEnd.ListAsync(ConversationRows.OfPerson, ConversationRows.Read, ct, tenantId, personId);

    public ValueTask<List<Conversation>> OfTeamAsync(string channelId, string teamId, CancellationToken ct) =>
        backEnd.ListAsync(ConversationRows.OfTeam, ConversationRows.Read, ct, channelId, teamId);

    private bool Trusts(string address) => services.GetRequiredService<ConnectorClient>().Trusts(address);
}
