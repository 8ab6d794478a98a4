using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>A request that stays approved although its create was refused: it waits for VideoSDK by itself, or for the people who run TrunkBot.</summary>
internal sealed class RequestWait(
    JobQueue jobs, AuditTrail audit, RequestNews news, IOptions<TrunkOptions> options, TimeProvider clock, ILogger<RequestWait> log)
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
            await news.TellAskerAsync(request, ct);
        request.SaidThatItWaits(now);
        await news.TellRoomAsync(request, ct);
    }

    /// <summary>VideoSDK refused TrunkBot itself: nothing is sent before somebody says that it is mended.</summary>
    public async Task HoldAsync(TrunkRequest request, VideoSdkProblem problem, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        log.OperatorsNeeded(request.Id, problem.Statement, problem.ForOperators);
        request.Hold(problem.Status, Noted.Of(() => problem.Statement), now);
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "on hold", problem.Statement);
        jobs.Add(new EndHold(request.Number), request.TenantId, now + options.Value.WaitForOperators);
        await news.TellAsync(request, ct);
        await news.AskOperatorsAsync(request, problem, options.Value.WaitForOperators, ct);
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
