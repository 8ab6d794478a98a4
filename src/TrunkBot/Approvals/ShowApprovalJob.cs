using Microsoft.EntityFrameworkCore;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals;

/// <summary>Brings the room up to date: posts the card, and later changes it where the channel can, or posts the new state.</summary>
internal sealed class ShowApprovalJob(
    TrunkBotDbContext db, IBackEnd backEnd, Commit commit, ActivitySender sender, ConversationPace pace, ChannelTable channels, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "show-approval";

    private static readonly Func<TrunkBotDbContext, string, CancellationToken, Task<Approval>> s_find =
        EF.CompileAsyncQuery((TrunkBotDbContext db, string subjectId, CancellationToken _) =>
            db.Set<Approval>().AsNoTracking().Single(approval => approval.SubjectId == subjectId));

    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    public string Kind => JobKind;

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var approval = await s_find(db, job.Payload, cancellationToken);
        if (approval.Shown == approval.Current)
            return JobResult.Done;
        if (await IsBeingShownAsync(job, cancellationToken))
            return JobResult.Again(s_moment);
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
            await ShownAsync(approval, await sender.SendAsync(outgoing, cancellationToken), cancellationToken);
            return JobResult.Done;
        }
        catch (ConnectorException gone) when (gone.Status == StatusCodes.Status404NotFound && card.Id is not null)
        {
            // Somebody deleted the post: the room still reads how it ended, in a new one.
            await PostedAsAsync(approval, null, approval.Shown, cancellationToken);
            return JobResult.Again(TimeSpan.Zero);
        }
        catch (ConnectorException problem)
        {
            return problem.MayBeRepeated(outgoing.Promise) ? JobResult.Later(problem.Message, problem.RetryAfter) : JobResult.Park(problem.Message);
        }
    }

    // An earlier job is posting the card at this moment: wait for the id of its post.
    private async Task<bool> IsBeingShownAsync(Job job, CancellationToken ct) => await backEnd.Rows.ReadAsync(
        """
        SELECT "Kind" FROM "Jobs"
        WHERE "State" = $1 AND "Kind" = $2 AND "Payload" = $3 AND "DueAt" < $4 AND "LeasedUntil" > $5 LIMIT 1
        """,
        row => row.GetString(0), ct,
        (int)JobState.Waiting, JobKind, job.Payload, job.DueAt.ToUnixTimeMilliseconds(), clock.GetUtcNow().ToUnixTimeMilliseconds()) is not null;

    private Task<bool> ShownAsync(Approval approval, string? postId, CancellationToken ct) =>
        PostedAsAsync(approval, postId ?? approval.PostId, approval.Current, ct);

    // What the room has seen is no part of the approval's life: noting it must not win a race against a decision or an outcome.
    private Task<bool> PostedAsAsync(Approval approval, string? postId, string? shown, CancellationToken ct) => commit.TrySaveAsync(
        null,
        [new RowWrite("""UPDATE "Approvals" SET "PostId" = $1, "Shown" = $2 WHERE "SubjectId" = $3""", postId, shown, approval.SubjectId)],
        ct);
}
