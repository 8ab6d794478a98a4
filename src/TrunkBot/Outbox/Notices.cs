using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

internal static class Notices
{
    extension(JobQueue jobs)
    {
        /// <summary>Says something outside of a turn: notices and outcomes.</summary>
        /// <remarks>In the language and the zone of the place or person that reads it.</remarks>
        public void Post(ConversationReference reference, Func<Activity> say) => jobs.Post(reference, Reader.Of(reference).Say(say));

        /// <summary>The same for what was said already.</summary>
        public void Post(ConversationReference reference, Activity activity, DeliveryPromise promise = DeliveryPromise.AtLeastOnce) => jobs.Add(
            new SendActivity(ConnectorOperation.Send, promise, reference, activity.ApplyConversationReference(reference)), SendActivity.TenantOf(reference));
    }
}
