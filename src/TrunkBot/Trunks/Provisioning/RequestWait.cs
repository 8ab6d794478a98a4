using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>A request that stays approved although its create was refused: it waits for VideoSDK by itself, or for the people who run TrunkBot.</summary>
internal sealed class RequestWait(
    TrunkBotDbContext db, RequestEnd end, JobQueue jobs, AuditTrail audit, ApprovalNews news, IOptions<TrunkOptions> options, TimeProvider clock, ILogger<RequestWait> log)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    // What is shorter is over before anybody has read that it waits.
    private static readonly TimeSpan s_worthTelling = TimeSpan.FromSeconds(10);

    /// <summary>Nothing was sent, or VideoSDK refused for now: it is sent again at the time that VideoSDK named, or with growing pauses.</summary>
    public async Task WaitAsync(TrunkRequest request, Func<string> reason, TimeSpan? asked, int tries, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var pause = Pause(request, asked ?? Backoff(tries));
        var noted = Noted.Of(reason);
        request.WaitForVideoSdk(noted, now + pause, now);
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "waiting", noted.English);
        if (pause < s_worthTelling)
            return;
        if (request.WaitToldAt is null)
            await end.TellAskerAsync(request, ct);
        request.SaidThatItWaits(now);
        await news.TellAsync(request.Id.ToString(), () => TrunkTexts.State(request), null, ct);
    }

    /// <summary>VideoSDK refused TrunkBot itself: nothing is sent before somebody says that it is mended.</summary>
    public async Task HoldAsync(TrunkRequest request, VideoSdkProblem problem, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.Requests.AnyAsync(
            other => other.TenantId == request.TenantId && other.State == RequestState.Approved && other.HeldStatus == problem.Status && other.Number != request.Number, ct);
        log.OperatorsNeeded(request.Id, problem.Statement, problem.ForOperators);
        request.Hold(problem.Status, Noted.Of(() => problem.Statement), now);
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "on hold", problem.Statement);
        jobs.Add(new EndHold(request.Number), request.TenantId, now + options.Value.WaitForOperators);
        await end.TellAsync(request, ct);
        // Once for all that waits for the same.
        if (!known)
            await news.PostAsync(request.Id.ToString(), can => HoldCard.Of(request, problem, options.Value.WaitForOperators, can).ToMessage(), ct);
    }

    // A pause that ends after the time to give up would only put off the bad news.
    private TimeSpan Pause(TrunkRequest request, TimeSpan asked)
    {
        var left = request.ApprovedAt + options.Value.GiveUpAfter - clock.GetUtcNow() ?? asked;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : asked < left ? asked : left;
    }

    private static TimeSpan Backoff(int tries)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 10)));
        return wait < s_longest ? wait : s_longest;
    }
}
