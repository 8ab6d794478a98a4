using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

internal static class Notices
{
    extension(JobQueue jobs)
    {
        /// <summary>Says something outside of a turn: notices and outcomes.</summary>
        public void Post(ConversationReference reference, Activity activity, DeliveryPromise promise = DeliveryPromise.AtLeastOnce) => jobs.Add(
            new SendActivity(ConnectorOperation.Send, promise, reference, activity.ApplyConversationReference(reference)), SendActivity.TenantOf(reference));
    }
}
