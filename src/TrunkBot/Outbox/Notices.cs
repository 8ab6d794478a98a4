using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

internal static class Notices
{
    extension(JobQueue jobs)
    {
        /// <summary>Says something outside of a turn: notices and outcomes.</summary>
        public void Post(ConversationReference reference, Activity activity, DeliveryPromise promise = DeliveryPromise.AtLeastOnce)
        {
            var outgoing = new OutgoingActivity(
                Guid.CreateVersion7(), ConnectorOperation.Send, reference, activity.ApplyConversationReference(reference), promise);
            jobs.Add(outgoing.Id, SendActivity.Kind, SendActivity.TenantOf(outgoing), SendActivity.Write(outgoing));
        }
    }
}
