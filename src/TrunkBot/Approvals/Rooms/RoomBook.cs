using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Chat;
using TrunkBot.Conversations;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Which conversation is a tenant's approvals room: the one set in chat, else the configured one.</summary>
internal sealed class RoomBook(TrunkBotDbContext db, IBackEnd backEnd, AddressBook places, RoomsInSettings settings)
{
    private const int MostLookedAt = 1000;

    private static readonly Statement s_reference =
        Statement.Select<ApprovalsRoom>(nameof(ApprovalsRoom.Reference)).Where(nameof(ApprovalsRoom.TenantId));

    /// <summary>Where a tenant's approvers can be asked; null where there is no room, or it is gone.</summary>
    public async Task<ConversationReference?> FindAsync(string tenantId, CancellationToken ct) =>
        await NamedAsync(tenantId, ct) is { } room && !await places.IsGoneAsync(room, ct) ? room : null;

    /// <summary>What was named as a tenant's room, be it gone or not.</summary>
    public async Task<ConversationReference?> NamedAsync(string tenantId, CancellationToken ct)
    {
        var set = await backEnd.ReadAsync(s_reference, row => row.GetString(0), ct, tenantId);
        return set is null ? settings.First(tenantId) : Read(set);
    }

    /// <summary>Where a tenant's requests go that wait for too long; null where there is no such place.</summary>
    public ConversationReference? Second(string tenantId) => settings.Second(tenantId);

    /// <summary>What is wrong with the rooms, as a sentence for anybody; null when nothing is. Without a room nobody's request can be submitted.</summary>
    public async Task<string?> ProblemAsync(CancellationToken ct)
    {
        var set = await db.ApprovalsRooms.OrderBy(room => room.TenantId).Take(MostLookedAt).Select(room => new { room.TenantId, room.Reference }).ToListAsync(ct);
        List<ConversationReference> rooms = [.. set.Select(room => Read(room.Reference))];
        if (settings.TenantOfFirst is { } tenant && set.TrueForAll(room => room.TenantId != tenant) && settings.First(tenant) is { } configured)
            rooms.Add(configured);
        if (rooms.Count == 0)
            return ApprovalTexts.NoRoomIsSet;
        var gone = 0;
        foreach (var room in rooms)
            if (await places.IsGoneAsync(room, ct))
                gone++;
        if (gone > 0)
            return ApprovalTexts.RoomsAreGone(gone, rooms.Count);
        return settings.TenantOfSecond is { } other && Second(other) is { } second && await places.IsGoneAsync(second, ct)
            ? ApprovalTexts.SecondRoomIsGone
            : null;
    }

    public Task<bool> IsGoneAsync(ConversationReference room, CancellationToken ct) => places.IsGoneAsync(room, ct);

    /// <summary>Whether a stored room is gone.</summary>
    public Task<bool> IsGoneAsync(string room, CancellationToken ct) => IsGoneAsync(Read(room), ct);

    /// <summary>Where a question's room is now: its own, or, when that is gone, the one that there is instead; null when there is none.</summary>
    public async Task<ConversationReference?> PlaceOfAsync(Approval approval, CancellationToken ct)
    {
        var own = Read(approval.Room);
        return !await places.IsGoneAsync(own, ct) ? own with { ActivityId = approval.PostId } : await FindAsync(approval.TenantId, ct);
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
    public static string RoomId(Activity activity) => ActivityExtensions.WithoutThread(activity.Conversation!.Id!);
}
