using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Audit.Verifying;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>The password of a request, opened only if request and password are exactly what enough people have approved.</summary>
internal sealed class ApprovedSecret(SecretBox box, RequestSeal seal, AuditChainCheck check)
{
    /// <returns>Null where anything is other than they have seen.</returns>
    public async Task<Secret?> OfAsync(TrunkRequest request, Approval approval, CancellationToken ct)
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
}
