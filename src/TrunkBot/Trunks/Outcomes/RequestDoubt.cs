using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Settling;

namespace TrunkBot.Trunks.Outcomes;

/// <summary>Nobody knows what became of a create: the Admins are asked to settle it, and for so long the password is kept.</summary>
internal sealed class RequestDoubt(JobQueue jobs, AuditTrail audit, RequestNews news, IOptions<SecretsOptions> secrets, TimeProvider clock)
{
    public async Task AskAdminsAsync(TrunkRequest request, CancellationToken ct)
    {
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "outcome unknown", request.Problem!.Value.English);
        jobs.Add(new ForgetPassword(request.Number), request.TenantId, clock.GetUtcNow() + secrets.Value.KeepUnknown);
        await news.TellAsync(request, ct);
        // An update of the room's card tells nobody, and this waits for somebody.
        await news.PostAsync(request, can => SettleCard.Of(request, null, can).ToMessage(), ct);
    }
}
