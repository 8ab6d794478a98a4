using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Sets a tenant's approvals room. What it changes is saved by the turn that called.</summary>
internal sealed class RoomDesk(TrunkBotDbContext db, RoomBook rooms, OpenQuestions questions, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Makes the conversation of this turn the room, and says so in the old one.</summary>
    public async Task SetAsync(ChatTurn turn, CancellationToken ct)
    {
        var before = await rooms.NamedAsync(turn.Person.TenantId, ct);
        var reference = turn.Reference with
        {
            ActivityId = null,
            User = null,
            Conversation = new ConversationAccount { Id = RoomBook.RoomId(turn.Activity), IsGroup = true, TenantId = turn.Person.TenantId },
            // It speaks one language, but its people can be anywhere.
            LocalTimezone = null,
        };
        var row = await db.ApprovalsRooms.SingleOrDefaultAsync(room => room.TenantId == turn.Person.TenantId, ct);
        if (row is null)
            db.Add(new ApprovalsRoom(turn.Person.TenantId, RoomBook.Write(reference), clock.GetUtcNow()));
        else
            row.Move(RoomBook.Write(reference), clock.GetUtcNow());
        audit.By(turn.Person, turn.Person.TenantId, AuditTrail.Settings, "approvals room set", $"{reference.ChannelId} {reference.Conversation.Id}");
        if (before is not null && before.Conversation.Id != reference.Conversation.Id && !await rooms.IsGoneAsync(before, ct))
            jobs.Post(before, () => Activity.Message(ApprovalTexts.RoomMoved(turn.Person.Name)));
        await questions.BringAsync(turn.Person.TenantId, ct);
    }
}
