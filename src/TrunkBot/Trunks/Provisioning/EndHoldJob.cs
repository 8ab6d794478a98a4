using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>What nobody mended in time does not keep a request, and its password, for ever.</summary>
internal sealed class EndHoldJob(TrunkBotDbContext db, RequestEnd end, IOptions<TrunkOptions> options, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "end-hold";

    public string Kind => JobKind;

    public string Purpose(string payload) => $"end TR-{payload}, which nobody had tried again";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var number = long.Parse(job.Payload, CultureInfo.InvariantCulture);
        var request = await db.Requests.SingleAsync(one => one.Number == number, cancellationToken);
        // Tried again and put on hold again since: that hold has a job of its own.
        if (request is { State: RequestState.Approved, Problem: { } problem } && request.HeldSince + options.Value.WaitForOperators <= clock.GetUtcNow())
            await end.FailedAsync(request, ProvisioningTexts.NobodyMended(problem, options.Value.WaitForOperators), cancellationToken);
        return JobResult.Done;
    }
}
