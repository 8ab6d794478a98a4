using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Policies;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>
/// Creates the trunk: never zero times after a yes, never twice. The mark that the create is about to leave is saved before it leaves, under
/// the job's lease; whoever finds the mark later cannot know whether it arrived, and leaves it to a person.
/// </summary>
internal sealed class ProvisionTrunkJob(
    TrunkBotDbContext db, IBackEnd backEnd, Commit commit, SecretBox box, RequestSeal seal, Authority authority, TrunkPolicy policy, VideoSdkClient videoSdk, AttemptBook book, RequestEnd end, AuditTrail audit, AuditChainCheck check,
    IOptions<TrunkOptions> options, IOptions<JobOptions> jobOptions, IOptions<VideoSdkOptions> videoSdkOptions, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "provision-trunk";

    private static readonly TimeSpan s_untilSomebodyCanTell = TimeSpan.FromSeconds(30);

    public string Kind => JobKind;

    // It gives up by the clock, not by counting.
    public bool Patient => true;

    public static string Payload(TrunkRequest request) => request.Number.ToString(CultureInfo.InvariantCulture);

    public static SipTrunkSpec WireSpec(TrunkRequest request)
    {
        var spec = TrunkFacts.SpecOf(request);
        return new SipTrunkSpec(spec.Name, spec.Domain, spec.Direction, spec.Numbers, spec.Username);
    }

    public string Purpose(string payload) => $"create the trunk of TR-{payload}";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var number = long.Parse(job.Payload, CultureInfo.InvariantCulture);
        var request = await db.Requests.SingleAsync(r => r.Number == number, cancellationToken);
        if (request.State is RequestState.Provisioning && request.SentAt is not null)
            return await UnknownAsync(request, ProvisioningTexts.Stopped(request), cancellationToken);
        if (request.State is not (RequestState.Approved or RequestState.Provisioning))
            return JobResult.Done;
        // Nothing is sent before an Admin says so; that makes work of its own.
        if (request.HeldSince is not null)
            return JobResult.Done;
        if (request.Problem is { } problem && request.ApprovedAt + options.Value.GiveUpAfter <= clock.GetUtcNow())
            return await FailAsync(request, ProvisioningTexts.GaveUp(problem, options.Value.GiveUpAfter), cancellationToken);
        var id = request.Id.ToString();
        var approval = await db.Approvals.SingleOrDefaultAsync(a => a.SubjectId == id, cancellationToken);
        if (approval is { IsDecidedFor: true } && await LostAsync(request, approval, cancellationToken) is { } lost)
            return lost;
        if (approval is null || await ApprovedSecretAsync(request, approval, cancellationToken) is not { } secret)
            return await FailAsync(request, ProvisioningTexts.Changed(request), cancellationToken);
        if (await MissingAsync(request, approval, cancellationToken) is { } needs)
            return await FailAsync(request, TrunkTexts.AgainstARule(request, needs), cancellationToken);

        request.StartProvisioning(clock.GetUtcNow());
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "provisioning");
        // Longer than VideoSDK may take to answer: who waits for an answer is not to be taken for dead.
        job.Renew(clock.GetUtcNow() + videoSdkOptions.Value.Timeout + jobOptions.Value.LeaseFor);
        if (!await commit.TrySaveAsync(db, cancellationToken))
            return JobResult.Later("another worker was faster", TimeSpan.FromSeconds(1));
        return await CreateAsync(job, request, secret);
    }

    // Not cancelled when the process is asked to stop: the client's own time-out is shorter than the patience of a graceful stop.
    private async Task<JobResult> CreateAsync(Job job, TrunkRequest request, Secret secret)
    {
        var attempt = Attempt.Of(request, job);
        var outcome = await videoSdk.CreateAsync(WireSpec(request), secret, () => MayLeaveAsync(job, request), CancellationToken.None);
        await book.WriteAsync(attempt, outcome);
        return JobResult.Written;
    }

    // The process may have been stopped since it saved its mark, for so long that others took it for dead. The lease is long enough for the
    // answer too, by our clock; and by the database nobody has touched work or request since.
    private async Task<bool> MayLeaveAsync(Job job, TrunkRequest request) =>
        clock.GetUtcNow() + videoSdkOptions.Value.Timeout <= job.LeasedUntil
        && await backEnd.Rows.ReadAsync(
            """
            SELECT "Jobs"."Kind" FROM "Jobs" JOIN "Requests" ON "Requests"."Number" = $1
            WHERE "Jobs"."Id" = $2 AND "Jobs"."Version" = $3 AND "Requests"."Version" = $4
            """,
            row => row.GetString(0), CancellationToken.None, request.Number, job.Id, job.Version, request.Version) is not null;

    /// <summary>The password, if request and password are exactly what enough people have approved; checked with every attempt.</summary>
    private async Task<Secret?> ApprovedSecretAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var id = request.Id.ToString();
        if (!approval.IsGranted || request.ProtectedPassword is not { } locked)
            return null;
        // A yes that no entry tells of was never given.
        if (!await check.IsTrueAsync(new AuditedName(request.TenantId, id), ct))
            return null;
        try
        {
            var secret = box.Unprotect(locked, id);
            return seal.Fits(request, TrunkFacts.SpecOf(request), secret, approval.Fingerprint) ? secret : null;
        }
        catch (SecretUnreadableException)
        {
            return null;
        }
    }

    /// <summary>What the rules, as they are now, ask for beyond what was said; null when nothing is missing. Whoever pushed has skipped people, not rules.</summary>
    private async Task<Verdict?> MissingAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var needs = approval.Needs.And(await policy.JudgeAsync(request, approval.AskedAt, ct));
        return !needs.IsRefused && (approval.IsPushed || approval.Counted.Count(decision => decision.Role >= needs.Role) >= needs.Approvers) ? null : needs;
    }

    /// <summary>What to do where somebody has lost the role by which they asked or approved; null when nobody has.</summary>
    private async Task<JobResult?> LostAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var known = await authority.ReviewAsync(approval, approval.Role, ct);
        var asker = await authority.OfAskerAsync(request.Asker, RoomBook.Read(request.Reference), ct);
        if (known && !approval.IsGranted)
            return await FailAsync(request, ApprovalTexts.NoLongerApproved(approval), ct);
        if (known && asker.Has(Role.Requester))
            return null;
        if (known && asker.Unreachable.Count == 0)
            return await FailAsync(request, ApprovalTexts.AskerHasLost(approval), ct);
        return request.ApprovedAt + options.Value.GiveUpAfter <= clock.GetUtcNow()
            ? await FailAsync(request, ApprovalTexts.NobodyCouldTell(approval), ct)
            : JobResult.Later(ApprovalTexts.NobodyCouldTell(approval), s_untilSomebodyCanTell);
    }

    private async Task<JobResult> FailAsync(TrunkRequest request, string problem, CancellationToken ct)
    {
        await end.FailedAsync(request, problem, ct);
        return JobResult.Done;
    }

    private async Task<JobResult> UnknownAsync(TrunkRequest request, string problem, CancellationToken ct)
    {
        await end.UnknownAsync(request, problem, ct);
        return JobResult.Done;
    }
}
