using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Adds work to the current transaction.</summary>
internal sealed class JobQueue(TrunkBotDbContext db, TimeProvider clock)
{
    /// <param name="kind">The handler's kind.</param>
    /// <param name="tenantId">Whose Admins are to see it if it does not get done.</param>
    /// <param name="payload">What the handler needs to know.</param>
    /// <param name="dueAt">Not before; now when nothing is said.</param>
    public void Add(string kind, string tenantId, string payload, DateTimeOffset? dueAt = null) =>
        db.Add(new Job(Guid.CreateVersion7(), kind, tenantId, payload, dueAt ?? clock.GetUtcNow()));

    /// <summary>Says something outside of a turn: notices and outcomes.</summary>
    public void Post(ConversationReference reference, Activity activity, DeliveryPromise promise = DeliveryPromise.AtLeastOnce)
    {
        var outgoing = new OutgoingActivity(
            Guid.CreateVersion7(), ConnectorOperation.Send, reference, activity.ApplyConversationReference(reference), promise);
        db.Add(new Job(outgoing.Id, SendActivity.Kind, SendActivity.TenantOf(outgoing), SendActivity.Write(outgoing), clock.GetUtcNow()));
    }
}
