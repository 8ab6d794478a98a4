using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Pushing;

/// <summary>Tells everybody who was skipped, and shows it on their card.</summary>
internal sealed class PushNotice(RoomBook rooms, JobQueue jobs)
{
    public void Post(Approval approval, Person by, string reason)
    {
        foreach (var room in Rooms(approval))
            jobs.Post(room, () => Activity.Message(PushTexts.Notice(approval, by, reason)));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
    }

    // Whoever was asked, and whoever would have been.
    private IEnumerable<ConversationReference> Rooms(Approval approval)
    {
        yield return RoomBook.Read(approval.Room) with { ActivityId = approval.PostId };
        if (approval.SecondRoom is { } asked)
            yield return RoomBook.Read(asked) with { ActivityId = approval.SecondPostId };
        else if (rooms.Second(approval.TenantId) is { } second)
            yield return second;
    }
}
