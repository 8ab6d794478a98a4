using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>An outcome that stays unknown is no reason to keep a password for ever.</summary>
internal sealed class ForgetPasswordJob(
    TrunkBotDbContext db, AuditTrail audit, IOptions<SecretsOptions> secrets, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "forget-password";

    public string Kind => JobKind;

    public string Purpose(string payload) => $"forget the password of TR-{payload}";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var number = long.Parse(job.Payload, CultureInfo.InvariantCulture);
        var request = await db.Requests.SingleAsync(r => r.Number == number, cancellationToken);
        // Sent again and lost again since: that loss has a job of its own.
        if (request.State is RequestState.OutcomeUnknown && request.UnknownSince + secrets.Value.KeepUnknown <= clock.GetUtcNow())
        {
            request.ForgetPassword(clock.GetUtcNow());
            audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "password forgotten", "the outcome stayed unknown");
        }

        return JobResult.Done;
    }
}
