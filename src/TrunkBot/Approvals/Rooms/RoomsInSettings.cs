using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Which conversations the settings name: an approvals room, and a second one for what waits for too long. Each is one tenant's.</summary>
internal sealed class RoomsInSettings(IOptions<ApprovalOptions> options, IOptions<ChannelAuthenticationOptions> bot)
{
    /// <summary>The tenants for which there is one.</summary>
    public IReadOnlyList<string> Tenants => [.. new[] { TenantOfFirst, TenantOfSecond }.OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Whose approvals room is named; null for nobody's.</summary>
    public string? TenantOfFirst => TenantOf(options.Value.Room);

    /// <summary>Whose second room is named; null for nobody's.</summary>
    public string? TenantOfSecond => TenantOf(options.Value.EscalationRoom);

    /// <summary>A tenant's approvals room; null where none is named.</summary>
    public ConversationReference? First(string tenantId) => Of(options.Value.Room, tenantId);

    /// <summary>A tenant's second room; null where none is named.</summary>
    public ConversationReference? Second(string tenantId) => Of(options.Value.EscalationRoom, tenantId);

    private string? TenantOf(ApprovalsRoomOptions? named) => named is not { ConversationId.Length: > 0 } room ? null
        : (room.TenantId is { Length: > 0 } tenant ? tenant : bot.Value.MicrosoftAppTenantId)?.ToLowerInvariant();

    private ConversationReference? Of(ApprovalsRoomOptions? room, string tenantId) =>
        room is null || !string.Equals(TenantOf(room), tenantId, StringComparison.OrdinalIgnoreCase) ? null : new ConversationReference
        {
            ChannelId = room.ChannelId,
            ServiceUrl = room.ServiceUrl,
            Conversation = new ConversationAccount { Id = room.ConversationId, IsGroup = true, TenantId = tenantId },
            Bot = new ChannelAccount { Id = $"28:{bot.Value.MicrosoftAppId}" },
        };
}
