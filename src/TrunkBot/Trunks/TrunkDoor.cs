using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Trunks;

/// <summary>Which request a person means and whether they may touch it; the same sentence for what is not there and what is not theirs to see.</summary>
internal sealed class TrunkDoor(RequestDesk requests, RoleBook roles)
{
    /// <summary>The request, if this person may see it: their own, or as Approver or Admin any of their tenant.</summary>
    public async Task<TrunkRequest?> SeeAsync(ChatTurn turn, string? id, CancellationToken ct)
    {
        if (!turn.Person.IsKnown || RequestId.Parse(id) is not { } parsed)
            return null;
        var request = await requests.FindAsync(parsed, turn.Person.TenantId, ct);
        if (request is null || request.Asker == turn.Person && turn.Roles.Has(Role.Requester))
            return request;
        return request.State is not RequestState.Draft && (turn.Roles.Has(Role.Approver) || turn.Roles.Has(Role.Admin)) ? request : null;
    }

    /// <summary>Why this person may not ask for trunks; null when they may.</summary>
    public string? WhyNotAsk(ChatTurn turn) => WhyNot(turn, Role.Requester);

    public string? WhyNot(ChatTurn turn, Role role) =>
        !turn.Person.IsKnown ? ChatTexts.NoIdentity : turn.Roles.Has(role) ? null : roles.Refusal(role);
}
