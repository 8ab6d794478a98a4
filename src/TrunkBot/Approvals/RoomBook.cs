using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>Which conversation is a tenant's approvals room: the one set in chat, else the configured one.</summary>
internal sealed class RoomBook(
    TrunkBotDbContext db, IBackEnd backEnd, JobQueue jobs, AuditTrail audit, IOptions<ApprovalOptions> options,
    IOptions<ChannelAuthenticationOptions> bot, TimeProvider clock)
{
    public async Task<ConversationReference?> FindAsync(string tenantId, CancellationToken ct)
    {
        var set = await backEnd.Rows.ReadAsync(
            """SELECT "Reference" FROM "ApprovalsRooms" WHERE "TenantId" = $1""", row => row.GetString(0), ct, tenantId);
        return set is null ? Configured(options.Value.Room, tenantId) : Read(set);
    }

    /// <summary>Where a tenant's requests go that wait for too long; null where there is no such place.</summary>
    public ConversationReference? Second(string tenantId) => Configured(options.Value.EscalationRoom, tenantId);

    /// <summary>Whether any tenant has a room; without one nobody's request can be submitted.</summary>
    public async Task<bool> HasAnyAsync(CancellationToken ct) =>
        options.Value.Room is { ConversationId.Length: > 0 } || await db.ApprovalsRooms.AnyAsync(ct);

    /// <summary>Makes the conversation of this turn the room, and says so in the old one.</summary>
    public async Task SetAsync(ChatTurn turn, CancellationToken ct)
    {
        var before = await FindAsync(turn.Person.TenantId, ct);
        var reference = turn.Reference with
        {
            ActivityId = null,
            User = null,
            Conversation = new ConversationAccount { Id = RoomId(turn.Activity), IsGroup = true, TenantId = turn.Person.TenantId },
        };
        var row = await db.ApprovalsRooms.SingleOrDefaultAsync(room => room.TenantId == turn.Person.TenantId, ct);
        if (row is null)
            db.Add(new ApprovalsRoom(turn.Person.TenantId, Write(reference), clock.GetUtcNow()));
        else
            row.Move(Write(reference), clock.GetUtcNow());
        audit.By(turn.Person, turn.Person.TenantId, AuditTrail.Settings, "approvals room set", $"{reference.ChannelId} {reference.Conversation.Id}");
        if (before is not null && before.Conversation.Id != reference.Conversation.Id)
            jobs.Post(before, Activity.Message(ApprovalTexts.RoomMoved(turn.Person.Name)));
    }

    /// <summary>Whether this turn happens in the room where the question was put.</summary>
    public static bool IsRoomOf(Approval approval, ChatTurn turn) =>
        Read(approval.Room).Conversation.Id == RoomId(turn.Activity)
        || (approval.SecondRoom is { } second && Read(second).Conversation.Id == RoomId(turn.Activity));

    public static string Write(ConversationReference reference) =>
        JsonSerializer.Serialize(reference, ProtocolJsonContext.Default.ConversationReference);

    public static ConversationReference Read(string json) =>
        JsonSerializer.Deserialize(json, ProtocolJsonContext.Default.ConversationReference)!;

    // Every request is a post of its own, so the room is the channel and not the thread in which somebody typed.
    private static string RoomId(Activity activity) => ActivityExtensions.WithoutThread(activity.Conversation!.Id!);

    private ConversationReference? Configured(ApprovalsRoomOptions? configured, string tenantId)
    {
        if (configured is not { ConversationId.Length: > 0 } room)
            return null;
        var roomTenant = room.TenantId is { Length: > 0 } named ? named : bot.Value.MicrosoftAppTenantId;
        if (!string.Equals(roomTenant, tenantId, StringComparison.OrdinalIgnoreCase))
            return null;
        return new ConversationReference
        {
            ChannelId = room.ChannelId,
            ServiceUrl = room.ServiceUrl,
            Conversation = new ConversationAccount { Id = room.ConversationId, IsGroup = true, TenantId = tenantId },
            Bot = new ChannelAccount { Id = $"28:{bot.Value.MicrosoftAppId}" },
        };
    }
}
