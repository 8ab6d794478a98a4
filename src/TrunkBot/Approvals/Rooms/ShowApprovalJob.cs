using TrunkBot.Approvals.Viewing;
using TrunkBot.Channels;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Rooms;

/// <summary>The room is to see how a question stands.</summary>
internal sealed record ShowApproval(string SubjectId) : IPayload<ShowApproval>
{
    public static string Kind => "show-approval";

    public static bool MayBeDismissed => true;

    public string Purpose => Say.It($"show where {SubjectId} stands in the approvals room");

    public static ShowApproval Read(string stored) => new(stored);

    public string Write() => SubjectId;
}

/// <summary>Brings the room up to date: posts the card, and later changes it where the channel can, or posts the new state.</summary>
internal sealed class ShowApprovalJob(
    ApprovalPlaces places, EarlierShow earlier, ConversationPace pace, ApprovalViews views, ChannelTable channels, NoticeSender sender) : IJobHandler<ShowApproval>
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    public async Task<JobResult> RunAsync(ShowApproval payload, Job job, CancellationToken cancellationToken)
    {
        var approval = await places.FindAsync(payload.SubjectId, cancellationToken);
        var now = await places.LookAsync(approval, cancellationToken);
        if (now.HasMoved)
            return JobResult.Again(TimeSpan.Zero);
        // What an Admin has tried again is tried, in a room that is gone too.
        if ((now.Behind ?? (job.LastProblem is null ? null : now.Gone)) is not { } place)
            return now.Waits ? JobResult.Park(Noted.Of(() => ConversationTexts.Gone)) : JobResult.Done;
        if (await earlier.IsUnderWayAsync(job, cancellationToken))
            return JobResult.Again(s_moment);
        return await ShowAsync(job, approval, place, cancellationToken);
    }

    private async Task<JobResult> ShowAsync(Job job, Approval approval, ApprovalPlace place, CancellationToken cancellationToken)
    {
        var room = RoomBook.Read(place.Room);
        if (await pace.EnterAsync(job.Id, room, cancellationToken) is { } wait)
            return JobResult.Again(wait);
        using var speaking = Reader.Of(room).Speak();
        var channel = channels.Find(room.ChannelId);
        var card = (await views.ForAllAsync(approval, channel, cancellationToken)).ToMessage();
        card.Id = channel.CanUpdate ? place.PostId : null;
        // The room is told of a question once: what becomes of it changes the card in silence.
        if (card.Id is null && approval.State is ApprovalState.Open && channel.Alerts)
            card.WithAlert();
        var operation = card.Id is null ? ConnectorOperation.Send : ConnectorOperation.Update;
        var outgoing = new OutgoingActivity(
            job.Id, operation, room, card.ApplyConversationReference(room), DeliveryPromise.AtLeastOnce);
        try
        {
            var postId = await sender.SendAsync(outgoing, cancellationToken);
            await places.NoteAsync(place, postId ?? place.PostId, approval.Current, cancellationToken);
            // The other room may be behind as well.
            return approval.SecondRoom is null ? JobResult.Done : JobResult.Again(TimeSpan.Zero);
        }
        catch (ConnectorException problem)
        {
            return await SortedAsync(SendVerdict.Of(problem, outgoing), approval, place, problem.Message, cancellationToken);
        }
    }

    private async Task<JobResult> SortedAsync(SendVerdict verdict, Approval approval, ApprovalPlace place, string why, CancellationToken ct)
    {
        switch (verdict)
        {
            case SendVerdict.PlaceGone:
                // It is marked by now. Perhaps there is another room, or the second one is behind as well.
                return await places.LookAsync(approval, ct) is { Behind: null, HasMoved: false } ? JobResult.Park(why) : JobResult.Again(TimeSpan.Zero);
            case SendVerdict.PostGone:
                // Somebody deleted the post: the room still reads how it ended, in a new one.
                await places.NoteAsync(place, null, place.Shown, ct);
                return JobResult.Again(TimeSpan.Zero);
            case SendVerdict.Repeat { Pause: var pause }:
                return JobResult.Later(why, pause);
            default:
                return JobResult.Park(why);
        }
    }
}
