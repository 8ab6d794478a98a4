using Microsoft.EntityFrameworkCore;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>Brings the room up to date: posts the card, and later changes it where the channel can, or posts the new state.</summary>
internal sealed class ShowApprovalJob(
    TrunkBotDbContext db, ActivitySender sender, ConversationPace pace, ChannelTable channels) : IJobHandler
{
    public const string JobKind = "show-approval";

    public string Kind => JobKind;

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == job.Payload, cancellationToken);
        if (approval.Shown == approval.Current)
            return JobResult.Done;
        var room = RoomBook.Read(approval.Room);
        if (pace.Enter(room) is { } wait)
            return JobResult.Again(wait);
        var channel = channels.Find(room.ChannelId);
        var card = ApprovalCard.Of(approval, channel.CardActions).ToMessage();
        card.Id = channel.CanUpdate ? approval.PostId : null;
        var operation = card.Id is null ? ConnectorOperation.Send : ConnectorOperation.Update;
        var outgoing = new OutgoingActivity(
            job.Id, operation, room, card.ApplyConversationReference(room), DeliveryPromise.AtLeastOnce);
        try
        {
            approval.ShownAs(await sender.SendAsync(outgoing, cancellationToken));
            return JobResult.Done;
        }
        catch (ConnectorException problem)
        {
            return problem.MayPass ? JobResult.Later(problem.Message, problem.RetryAfter) : JobResult.Park(problem.Message);
        }
    }
}
