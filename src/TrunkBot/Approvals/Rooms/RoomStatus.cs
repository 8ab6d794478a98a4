using TrunkBot.Access;
using TrunkBot.Operations.Status;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Whether there is a room in which approvers are asked.</summary>
internal sealed class RoomStatus(RoomBook rooms) : IStatusPart
{
    public async Task<IReadOnlyList<StatusLine>> ReadAsync(Person admin, CancellationToken ct)
    {
        var problem = await rooms.NamedAsync(admin.TenantId, ct) is null ? ApprovalTexts.NoRoomIsSet
            : await rooms.FindAsync(admin.TenantId, ct) is null ? ApprovalTexts.RoomsAreGone(1, 1)
            : null;
        return [new(ApprovalTexts.Room, problem ?? ApprovalTexts.RoomIsThere, problem is not null)];
    }
}
