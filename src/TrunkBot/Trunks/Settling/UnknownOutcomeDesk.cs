using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>
/// The only ways out of an unknown outcome, all by an Admin who is not the asker: the trunk is adopted, the create is sent again, or the request is closed.
/// </summary>
internal sealed class UnknownOutcomeDesk(TrunkDoor door, RequestEnd end, AuditTrail audit)
{
    /// <summary>The request, or why this person cannot settle it.</summary>
    public async Task<(TrunkRequest? Request, string Refusal)> FindAsync(ChatTurn turn, string? id, CancellationToken ct)
    {
        var (request, refusal, _) = await door.ForAsync(turn, id, rights => rights.Settle, [Role.Admin], ct);
        return refusal is null ? (request, "") : (null, refusal);
    }

    /// <summary>It is not there and is not to be: the request ends.</summary>
    public async Task<string> CloseAsync(ChatTurn turn, TrunkRequest request, CancellationToken ct)
    {
        audit.By(turn.Person, request.TenantId, request.Id.ToString(), "closed", "said that the trunk is not at VideoSDK");
        await end.FailedAsync(request, () => ProvisioningTexts.ClosedBy(turn.Person.Name), ct);
        return ProvisioningTexts.Closed(request);
    }
}
