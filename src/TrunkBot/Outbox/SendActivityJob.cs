using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;

namespace TrunkBot.Outbox;

/// <summary>Sends notices, and replies whose turn died before it could.</summary>
internal sealed class SendActivityJob(
    TrunkBotDbContext db, Commit commit, NoticeSender sender, AddressBook places, ConversationPace pace, NoticeEnd end) : IJobHandler<SendActivity>
{
    public async Task<JobResult> RunAsync(SendActivity payload, Job job, CancellationToken cancellationToken)
    {
        var outgoing = payload.By(job);
        // Once an Admin has it tried again, it is.
        if (job.LastProblem is null && await places.IsGoneAsync(outgoing.Reference, cancellationToken))
            return JobResult.Park(Noted.Of(() => ConversationTexts.Gone));
        if (await pace.EnterAsync(job.Id, outgoing.Reference, cancellationToken) is { } wait)
            return end.Held(wait);
        if (outgoing.Promise == DeliveryPromise.AtMostOnce)
        {
            job.Finish();
            if (!await commit.TrySaveAsync(db, cancellationToken))
                return JobResult.Done;
        }

        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            return end.Taken(job);
        }
        catch (ConnectorException problem)
        {
            return end.NotTaken(SendVerdict.Of(problem, outgoing, job.Attempts), job, problem.Message);
        }
    }
}
