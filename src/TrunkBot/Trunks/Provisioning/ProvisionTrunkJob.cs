using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>What was approved is to be created.</summary>
internal sealed record ProvisionTrunk(long Number) : IPayload<ProvisionTrunk>
{
    public static string Kind => "provision-trunk";

    // It gives up by the clock, not by counting.
    public static bool Patient => true;

    public string Purpose => Say.It($"create the trunk of {new RequestId(Number)}");

    public static ProvisionTrunk Read(string stored) => new(long.Parse(stored, CultureInfo.InvariantCulture));

    public string Write() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Creates the trunk: never zero times after a yes, never twice. The mark that the create is about to leave is saved before it leaves, under
/// the job's lease; whoever finds the mark later cannot know whether it arrived, and leaves it to a person.
/// </summary>
internal sealed class ProvisionTrunkJob(TrunkBotDbContext db, LastLook look, CreateMark mark, VideoSdkClient videoSdk, AttemptBook book, RequestEnd end) : IJobHandler<ProvisionTrunk>
{
    public static SipTrunkSpec WireSpec(TrunkRequest request)
    {
        var spec = TrunkFacts.SpecOf(request);
        return new SipTrunkSpec(spec.Name, spec.Domain, spec.Direction, spec.Numbers, spec.Username);
    }

    public async Task<JobResult> RunAsync(ProvisionTrunk payload, Job job, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(r => r.Number == payload.Number, cancellationToken);
        if (request.State is RequestState.Provisioning && request.SentAt is not null)
        {
            await end.UnknownAsync(request, () => ProvisioningTexts.Stopped(request), cancellationToken);
            return JobResult.Done;
        }

        // Nothing on hold is sent before an Admin says so; that makes work of its own.
        if (request.State is not (RequestState.Approved or RequestState.Provisioning) || request.HeldSince is not null)
            return JobResult.Done;
        var id = request.Id.ToString();
        var approval = await db.Approvals.SingleOrDefaultAsync(a => a.SubjectId == id, cancellationToken);
        switch (await look.AtAsync(request, approval, cancellationToken))
        {
            case Looked.Create { Secret: var secret }:
                return await mark.TrySetAsync(job, request, videoSdk.AnswersWithin, cancellationToken)
                    ? await CreateAsync(job, request, secret)
                    : JobResult.Later(JobTexts.Overtaken, TimeSpan.FromSeconds(1));
            case Looked.Wait { Why: var why, For: var time }:
                return JobResult.Later(why, time);
            case Looked.Fail { Problem: var problem }:
                await end.FailedAsync(request, problem, cancellationToken);
                return JobResult.Done;
            case var unnamed:
                throw new UnreachableException($"{unnamed}");
        }
    }

    // Not cancelled when the process is asked to stop: the client's own time-out is shorter than the patience of a graceful stop.
    private async Task<JobResult> CreateAsync(Job job, TrunkRequest request, Secret secret)
    {
        var attempt = Attempt.Of(request, job);
        var outcome = await videoSdk.CreateAsync(WireSpec(request), secret, () => mark.HoldsAsync(job, request, videoSdk.AnswersWithin), CancellationToken.None);
        await book.WriteAsync(attempt, outcome);
        return JobResult.Written;
    }
}
