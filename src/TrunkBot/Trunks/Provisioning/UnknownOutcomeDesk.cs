using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>The only two ways out of an unknown outcome, both by an Admin who is not the asker.</summary>
internal sealed class UnknownOutcomeDesk(
    TrunkBotDbContext db, TrunkDoor door, VideoSdkClient videoSdk, RequestEnd end, RequestSeal seal, SecretBox box, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The request, or why this person cannot settle it.</summary>
    public async Task<(TrunkRequest? Request, string Refusal)> FindAsync(ChatTurn turn, string? id, CancellationToken ct)
    {
        var (request, refusal, _) = await door.ForAsync(turn, id, rights => rights.Settle, [Role.Admin], ct);
        return refusal is null ? (request, "") : (null, refusal);
    }

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

    /// <summary>It is not there: the create is sent again, with the password that was approved and no other.</summary>
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
        await end.TellAsync(request, ct);
        return true;
    }

    /// <summary>It is not there and is not to be: the request ends.</summary>
    public async Task<string> CloseAsync(ChatTurn turn, TrunkRequest request, CancellationToken ct)
    {
        audit.By(turn.Person, request.TenantId, request.Id.ToString(), "closed", "said that the trunk is not at VideoSDK");
        await end.FailedAsync(request, () => ProvisioningTexts.ClosedBy(turn.Person.Name), ct);
        return ProvisioningTexts.Closed(request);
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
