using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>A request on hold ends where nobody has it tried again.</summary>
internal sealed record EndHold(long Number) : IPayload<EndHold>
{
    public static string Kind => "end-hold";

    public string Purpose => Say.It($"end {new RequestId(Number)}, which nobody had tried again");

    public static EndHold Read(string stored) => new(long.Parse(stored, CultureInfo.InvariantCulture));

    public string Write() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What nobody mended in time does not keep a request, and its password, for ever.</summary>
internal sealed class EndHoldJob(TrunkBotDbContext db, RequestEnd end, IOptions<TrunkOptions> options, TimeProvider clock) : IJobHandler<EndHold>
{
    public async Task<JobResult> RunAsync(EndHold payload, Job job, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(one => one.Number == payload.Number, cancellationToken);
        // Tried again and put on hold again since: that hold has a job of its own.
        if (request is { State: RequestState.Approved, Problem: { } problem } && request.HeldSince + options.Value.WaitForOperators <= clock.GetUtcNow())
            await end.FailedAsync(request, () => ProvisioningTexts.NobodyMended(problem, options.Value.WaitForOperators), cancellationToken);
        return JobResult.Done;
    }
}
