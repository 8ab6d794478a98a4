using TrunkBot.Audit;
using TrunkBot.Conversations;
using TrunkBot.Operations;

namespace TrunkBot.Approvals.Rooms;

/// <summary>
/// Sees to the questions of an approvals room that is gone: they go to the room that there is instead, or whoever asked and the Admins are
/// told. When the room is back, it is brought up to date.
/// </summary>
internal sealed class RoomWatch(RoomBook rooms, OpenQuestions questions, ApprovalDesk approvals, AdminPost admins, AuditTrail audit) : IConversationWatch
{
    public async Task GoneAsync(Conversation place, CancellationToken ct)
    {
        var open = await questions.OfAsync(place.TenantId, ct);
        var first = open.FindAll(approval => Is(place, approval.Room));
        var second = open.FindAll(approval => approval.SecondRoom is { } room && Is(place, room));
        // Where there is another room, it goes there.
        foreach (var approval in first.Concat(second).DistinctBy(approval => approval.SubjectId))
            await questions.ShowAsync(approval, ct);
        if (await rooms.NamedAsync(place.TenantId, ct) is { } named && Is(place, RoomBook.Write(named)))
            await LoseAsync(place, first, ct);
        if (rooms.Second(place.TenantId) is { } other && Is(place, RoomBook.Write(other)))
        {
            audit.ByTrunkBot(place.TenantId, AuditTrail.Settings, "escalation room gone", $"{place.ChannelId} {place.Id}");
            await admins.TellAsync(place.TenantId, () => ApprovalTexts.SecondRoomLostToAdmins(second.Count), ct);
        }
    }

    public async Task BackAsync(Conversation place, CancellationToken ct)
    {
        var isRoom = await rooms.NamedAsync(place.TenantId, ct) is { } named && Is(place, RoomBook.Write(named));
        if (isRoom)
            audit.ByTrunkBot(place.TenantId, AuditTrail.Settings, "approvals room back", $"{place.ChannelId} {place.Id}");
        foreach (var approval in await questions.OfAsync(place.TenantId, ct))
        {
            var isFirst = Is(place, approval.Room);
            if (isFirst || (approval.SecondRoom is { } second && Is(place, second)))
                await questions.ShowAsync(approval, ct);
            if (isFirst && isRoom)
                await approvals.SayToAskerAsync(approval, () => ApprovalTexts.RoomFoundToAsker(approval), ct);
        }
    }

    private async Task LoseAsync(Conversation place, List<Approval> waiting, CancellationToken ct)
    {
        audit.ByTrunkBot(place.TenantId, AuditTrail.Settings, "approvals room gone", $"{place.ChannelId} {place.Id}");
        await admins.TellAsync(place.TenantId, () => ApprovalTexts.RoomLostToAdmins(waiting.Count), ct);
        foreach (var approval in waiting)
            await approvals.SayToAskerAsync(approval, () => ApprovalTexts.RoomLostToAsker(approval), ct);
    }

    private static bool Is(Conversation place, string room) =>
        RoomBook.Read(room) is var reference && reference.ChannelId == place.ChannelId && reference.Conversation.Id == place.Id;
}
