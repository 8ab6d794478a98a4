using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>
/// What an answer of VideoSDK means for the request as it stands now. Meanwhile others may have taken this sender for dead, declared the
/// outcome unknown, and had the create sent again: an answer wins over not knowing, and a second trunk is said to the Admins.
/// </summary>
internal sealed class AttemptEnd(
    TrunkBotDbContext db, RequestEnd end, RequestWait waits, JobQueue jobs, AuditTrail audit, RequestNews news)
{
    /// <summary>Changes request and job; whoever calls saves it.</summary>
    public async Task ApplyAsync(Attempt attempt, CreateOutcome outcome, CancellationToken ct)
    {
        var request = await db.Requests.SingleAsync(one => one.Number == attempt.Number, ct);
        var job = await db.Jobs.SingleOrDefaultAsync(one => one.Id == attempt.JobId, ct);
        var counts = attempt.IsLastOf(request);
        if (counts)
            await EndAsync(request, outcome, attempt, ct);
        else if (outcome is Created { Trunk: var trunk })
            await LateAsync(request, attempt, trunk.TrunkId, ct);
        AndTheWork(request, attempt, job, counts ? request.NextTryAt : null);
    }

    private Task EndAsync(TrunkRequest request, CreateOutcome outcome, Attempt attempt, CancellationToken ct) => outcome switch
    {
        Created { Trunk: var trunk } => CreatedAsync(request, trunk.TrunkId, ct),
        // What was sent may be sent again only while its password is kept.
        NothingSent { Reason: var reason } when request.ProtectedPassword is not null => waits.WaitAsync(request, () => reason.ToString(), null, attempt.Tries, ct),
        RefusedForNow { Problem: var refusal, RetryAfter: var after } when request.ProtectedPassword is not null =>
            waits.WaitAsync(request, () => refusal.Statement, after, attempt.Tries, ct),
        RefusedUntilMended { Problem: var refusal } when request.ProtectedPassword is not null => waits.HoldAsync(request, refusal, ct),
        NothingSent { Reason: var reason } => end.FailedAsync(request, () => ProvisioningTexts.PasswordGoneMeanwhile(reason), ct),
        RefusedForNow { Problem: var refusal } => end.FailedAsync(request, () => ProvisioningTexts.PasswordGoneMeanwhile(refusal.Statement), ct),
        RefusedUntilMended { Problem: var refusal } => end.FailedAsync(request, () => ProvisioningTexts.PasswordGoneMeanwhile(refusal.Statement), ct),
        RefusedForGood { Problem: var refusal } => end.FailedAsync(request, () => ProvisioningTexts.Refused(refusal), ct),
        Unknown when request.State is RequestState.OutcomeUnknown => Task.CompletedTask,
        Unknown { Reason: var reason } => end.UnknownAsync(request, () => ProvisioningTexts.Lost(request, reason), ct),
        _ => throw new InvalidOperationException($"The outcome {outcome.GetType().Name} is not known."),
    };

    private async Task CreatedAsync(TrunkRequest request, string trunkId, CancellationToken ct)
    {
        if (await db.Trunks.Where(trunk => trunk.TrunkId == trunkId).Select(trunk => (long?)trunk.RequestNumber).SingleOrDefaultAsync(ct) is { } other)
        {
            await end.UnknownAsync(request, () => ProvisioningTexts.AnothersTrunk(request, trunkId, new RequestId(other)), ct);
            return;
        }

        var wasUnknown = request.State is RequestState.OutcomeUnknown;
        await end.CreatedAsync(request, trunkId, null, ct);
        if (wasUnknown)
            await SayAsync(request, () => ProvisioningTexts.AnsweredAfterAll(request), ct);
    }

    // Somebody had it sent again, adopted a trunk or ended it before this answer came.
    private async Task LateAsync(TrunkRequest request, Attempt attempt, string trunkId, CancellationToken ct)
    {
        if (request.TrunkId == trunkId)
            return;
        if (request.IsFinal || await db.Trunks.AnyAsync(trunk => trunk.TrunkId == trunkId, ct))
        {
            audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "second trunk", trunkId);
            await SayAsync(request, () => ProvisioningTexts.OneTooMany(request, trunkId), ct);
            return;
        }

        var sentAgain = request.SentAt is not null && !attempt.IsMarkOf(request);
        await end.CreatedAsync(request, trunkId, null, ct);
        await SayAsync(request, () => sentAgain ? ProvisioningTexts.PerhapsOneTooMany(request) : ProvisioningTexts.AnsweredAfterAll(request), ct);
    }

    // Who still has the work ends it; who has lost it leaves it to whoever has it now, and where it was ended makes it new.
    private void AndTheWork(TrunkRequest request, Attempt attempt, Job? job, DateTimeOffset? next)
    {
        if (attempt.Holds(job) && next is { } then)
            job!.RetryAt(then, request.Problem?.Kept ?? "");
        else if (attempt.Holds(job))
            job!.Finish();
        else if (next is { } later)
            jobs.Add(new ProvisionTrunk(request.Number), request.TenantId, later);
    }

    private Task SayAsync(TrunkRequest request, Func<string> text, CancellationToken ct) =>
        news.PostAsync(request, _ => Activity.Message(text()), ct);
}
