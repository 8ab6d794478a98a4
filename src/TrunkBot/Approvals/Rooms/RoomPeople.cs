using System.Text.Json;
using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Conversations;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Who sits in an approvals room, by the channel's own roster.</summary>
// The connector is fetched when it is needed, as it stands on settings of its own.
internal sealed class RoomPeople(IServiceProvider services, AddressBook places, IOptions<AccessOptions> access)
{
    /// <summary>Looks somebody up.</summary>
    /// <param name="room">Where they should be.</param>
    /// <param name="tenantId">Whose people count; somebody of another tenant is not found.</param>
    /// <param name="whom">The channel's id from a mention, an Entra object id, or a sign-in name.</param>
    /// <param name="ct">Ends the turn.</param>
    /// <returns>Null when nobody there is called so.</returns>
    /// <exception cref="ConnectorException">The roster could not be read now.</exception>
    public async Task<(Person Person, ChannelAccount Account)?> FindAsync(
        ConversationReference room, string tenantId, string whom, CancellationToken ct)
    {
        room = await places.RenewAsync(room, ct);
        try
        {
            var account = await services.GetRequiredService<ConnectorClient>().GetMemberAsync(
                room.ServiceUrl, room.Conversation.Id!, whom.TrimStart('@'), ct);
            return PersonOf(account, room, tenantId) is { } person ? (person, account) : null;
        }
        catch (ConnectorException unknown) when (unknown.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            return null;
        }
    }

    private Person? PersonOf(ChannelAccount account, ConversationReference room, string tenantId) =>
        access.Value.BelievesIdentityFrom(room.ChannelId)
        && Guid.TryParse(account.AadObjectId ?? Text(account, "objectId"), out var id)
        && Guid.TryParse(Text(account, "tenantId"), out var tenant)
        && tenant.ToString() == tenantId
            ? new Person(tenantId, id.ToString(), ApprovalTexts.Who(account.Name))
            {
                Met = new Encounter(room.ServiceUrl, room.Conversation.Id!, account.Id!),
            }
            : null;

    private static string? Text(ChannelAccount account, string name) =>
        account.AdditionalProperties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
