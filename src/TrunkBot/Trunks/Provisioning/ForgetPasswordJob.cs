using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>The password goes of a request whose outcome stays unknown.</summary>
internal sealed record ForgetPassword(long Number) : IPayload<ForgetPassword>
{
    public static string Kind => "forget-password";

    public string Purpose => Say.It($"forget the password of {new RequestId(Number)}");

    public static ForgetPassword Read(string stored) => new(long.Parse(stored, CultureInfo.InvariantCulture));

    public string Write() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An outcome that stays unknown is no reason to keep a password for ever.</summary>
internal sealed class ForgetPasswordJob(
    TrunkBotDbContext db, AuditTrail audit, IOptions<SecretsOptions> secrets, TimeProvider clock) : IJobHandler<ForgetPassword>
{
    public async Task<JobResult> RunAsync(ForgetPassword payload, Job job, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(r => r.Number == payload.Number, cancellationToken);
        // Sent again and lost again since: that loss has a job of its own.
        if (request.State is RequestState.OutcomeUnknown && request.UnknownSince + secrets.Value.KeepUnknown <= clock.GetUtcNow())
        {
            request.ForgetPassword(clock.GetUtcNow());
            audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "password forgotten", "the outcome stayed unknown");
        }

        return JobResult.Done;
    }
}
