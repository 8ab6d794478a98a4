using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>Has a create sent again whose trunk is not there.</summary>
internal sealed class ResendDesk(RequestSeal seal, SecretBox box, JobQueue jobs, AuditTrail audit, RequestNews news, TimeProvider clock)
{
    /// <summary>The create is sent again, with the password that was approved and no other.</summary>
    /// <returns>False when the password is no longer kept and none, or another, was entered.</returns>
    public async Task<bool> SendAgainAsync(ChatTurn turn, TrunkRequest request, Secret? entered, CancellationToken ct)
    {
        if (request.ProtectedPassword is null)
        {
            if (entered is null || request.Fingerprint is null || !seal.Fits(request, TrunkFacts.SpecOf(request), entered, request.Fingerprint))
                return false;
            request.RestorePassword(box.Protect(entered, request.Id.ToString()), clock.GetUtcNow());
        }

        request.SendAgain(clock.GetUtcNow());
        audit.By(turn.Person, request.TenantId, request.Id.ToString(), "send again", "said that the trunk is not at VideoSDK");
        jobs.Add(new ProvisionTrunk(request.Number), request.TenantId);
        await news.TellAsync(request, ct);
        return true;
    }
}
