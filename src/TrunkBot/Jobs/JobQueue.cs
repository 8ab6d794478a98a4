using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Adds work to the current transaction.</summary>
internal sealed class JobQueue(TrunkBotDbContext db, TimeProvider clock)
{
    public void Add(string kind, string payload, DateTimeOffset? dueAt = null) =>
        db.Add(new Job(Guid.CreateVersion7(), kind, payload, dueAt ?? clock.GetUtcNow()));

    /// <summary>Says something outside of a turn: notices and outcomes.</summary>
    public void Post(ConversationReference reference, Activity activity, DeliveryPromise promise = DeliveryPromise.AtLeastOnce)
    {
        var outgoing = new OutgoingActivity(
            Guid.CreateVersion7(), ConnectorOperation.Send, reference, activity.ApplyConversationReference(reference), promise);
        db.Add(new Job(outgoing.Id, SendActivity.Kind, SendActivity.Write(outgoing), clock.GetUtcNow()));
    }
}
