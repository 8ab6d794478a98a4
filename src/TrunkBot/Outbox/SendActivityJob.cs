using TrunkBot.Conversations;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Storage;

namespace TrunkBot.Outbox;

/// <summary>Sends notices, and replies whose turn died before it could.</summary>
internal sealed class SendActivityJob(
    TrunkBotDbContext db, Commit commit, NoticeSender sender, AddressBook places, ConversationPace pace, WorkSignal signal, SendMeasures measures, ILogger<SendActivityJob> log)
    : IJobHandler<SendActivity>
{
    private const string Notice = "notice";

    public async Task<JobResult> RunAsync(SendActivity payload, Job job, CancellationToken cancellationToken)
    {
        var outgoing = payload.By(job);
        // Once an Admin has it tried again, it is.
        if (job.LastProblem is null && await places.IsGoneAsync(outgoing.Reference, cancellationToken))
            return JobResult.Park(Noted.Of(() => ConversationTexts.Gone));
        if (await pace.EnterAsync(job.Id, outgoing.Reference, cancellationToken) is { } wait)
        {
            measures.Ended(Notice, "held");
            return JobResult.Again(wait);
        }

        if (outgoing.Promise == DeliveryPromise.AtMostOnce)
        {
            job.Finish();
            if (!await commit.TrySaveAsync(db, cancellationToken))
                return JobResult.Done;
        }

        try
        {
            await sender.SendAsync(outgoing, cancellationToken);
            job.ForgetPayload();
            measures.Ended(Notice, "taken");
            return JobResult.Done;
        }
        catch (ConnectorException problem)
        {
            return Sorted(SendVerdict.Of(problem, outgoing, job.Attempts), job, problem.Message);
        }
    }

    private JobResult Sorted(SendVerdict verdict, Job job, string why)
    {
        if (verdict is SendVerdict.Repeat { Pause: var pause })
        {
            log.ActivityWaits(why);
            measures.Ended(Notice, "put_off");
            if (pause is { } known)
                signal.WakeAfter(known);
            return JobResult.Later(why, pause);
        }

        log.ActivityRefused(why);
        measures.Ended(Notice, "given_up");
        if (verdict is not SendVerdict.Dropped)
            return JobResult.Park(why);
        job.ForgetPayload();
        return JobResult.Done;
    }
}
