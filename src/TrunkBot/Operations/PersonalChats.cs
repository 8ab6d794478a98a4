using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Operations;

/// <summary>Opens the bot's personal chat with somebody.</summary>
internal sealed class PersonalChats(ConnectorClient connector, IOptions<ChannelAuthenticationOptions> bot)
{
    /// <param name="tenantId">Whose person.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="address">The channel's address for this tenant.</param>
    /// <param name="personId">The person's object id.</param>
    /// <param name="ct">Ends the job.</param>
    /// <returns>Null where the channel gives the chat no id.</returns>
    /// <exception cref="ConnectorException">It could not be opened.</exception>
    public async Task<ConversationReference?> OpenAsync(string tenantId, string channelId, string address, string personId, CancellationToken ct)
    {
        var me = new ChannelAccount { Id = $"28:{bot.Value.MicrosoftAppId}" };
        // Without a message inside, opening the same chat twice is harmless.
        var opened = await connector.CreateConversationAsync(
            address,
            new ConversationParameters
            {
                Bot = me,
                Members = [new ChannelAccount { Id = personId }],
                TenantId = tenantId,
                ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = tenantId } },
            },
            ct);
        return opened.Id is not { Length: > 0 } id ? null : new ConversationReference
        {
            ChannelId = channelId,
            ServiceUrl = address,
            Conversation = new ConversationAccount { Id = id, TenantId = tenantId },
            Bot = me,
        };
    }
}
