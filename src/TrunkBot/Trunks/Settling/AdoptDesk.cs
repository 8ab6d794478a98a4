using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Settling;

/// <summary>Takes over a trunk that is there after all.</summary>
internal sealed class AdoptDesk(TrunkBotDbContext db, VideoSdkClient videoSdk, SecretBox box, RequestEnd end, AuditTrail audit)
{
    /// <summary>The trunk is there: read it back, compare it field by field, and take it over only if it is exactly what was approved.</summary>
    public async Task<string> AdoptAsync(ChatTurn turn, TrunkRequest request, string trunkId, CancellationToken ct)
    {
        if (!TryOpen(request, out var password))
            return ProvisioningTexts.PasswordUnreadable(request);
        switch (await videoSdk.GetAsync(trunkId, password, ct))
        {
            case NotFound:
                return ProvisioningTexts.TrunkNotFound;
            case VideoSdk.Failed { Reason: var reason }:
                return TrunkTexts.CannotRead(reason);
            case Found { Trunk: var trunk, PasswordMatches: var matches }:
                if (trunk.Missing.Count > 0)
                    return ProvisioningTexts.NotShown(request, [.. trunk.Missing.Select(member => member.Split('.')[^1])]);
                IReadOnlyList<string> different =
                    [.. trunk.DifferencesTo(ProvisionTrunkJob.WireSpec(request)), .. matches is false ? ["password"] : Array.Empty<string>()];
                if (different.Count > 0)
                    return ProvisioningTexts.NotTheSame(request, different);
                if (await db.Trunks.SingleOrDefaultAsync(known => known.TrunkId == trunk.TrunkId, ct) is { } taken)
                    return ProvisioningTexts.TrunkTaken(request, new RequestId(taken.RequestNumber));
                audit.By(turn.Person, request.TenantId, request.Id.ToString(), "adopted", trunk.TrunkId);
                await end.CreatedAsync(request, trunk.TrunkId, turn.Person.Name, ct);
                return ProvisioningTexts.Adopted(request, password is null ? NotCompared.NotKept : matches is null ? NotCompared.NotShown : NotCompared.Nothing);
            default:
                throw new InvalidOperationException("VideoSDK's answer is of no known kind.");
        }
    }

    /// <returns>False when one is kept and does not open; true without one when none is kept any more.</returns>
    private bool TryOpen(TrunkRequest request, out Secret? password)
    {
        password = null;
        try
        {
            password = request.ProtectedPassword is { } locked ? box.Unprotect(locked, request.Id.ToString()) : null;
            return true;
        }
        catch (SecretUnreadableException)
        {
            return false;
        }
    }
}
