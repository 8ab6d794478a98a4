using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Outbox;

/// <summary>What came of sending a notice, for its job, for the measures and for the log.</summary>
internal sealed class NoticeEnd(WorkSignal signal, SendMeasures measures, ILogger<NoticeEnd> log)
{
    private const string Notice = "notice";

    /// <summary>Others are before it.</summary>
    public JobResult Held(TimeSpan wait)
    {
        measures.Ended(Notice, "held");
        return JobResult.Again(wait);
    }

    public JobResult Taken(Job job)
    {
        job.ForgetPayload();
        measures.Ended(Notice, "taken");
        return JobResult.Done;
    }

    public JobResult NotTaken(SendVerdict verdict, Job job, string why)
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
