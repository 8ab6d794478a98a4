using TrunkBot.Approvals.Rooms;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Outcomes;

internal static class OutcomePost
{
    extension(JobQueue jobs)
    {
        /// <summary>Tells whoever asked, where they asked; what became of it in the end shows in their activity feed as well.</summary>
        public void TellAsker(TrunkRequest request, IChannel channel, AdaptiveCard card)
        {
            var message = card.ToMessage();
            jobs.Post(RoomBook.Read(request.Reference) with { ActivityId = null }, request.IsFinal && channel.Alerts ? message.WithAlert() : message);
        }
    }
}
