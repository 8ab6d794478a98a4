using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Trunks.Requests;

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
        return request.State is not RequestState.Draft && SeesAll(turn) ? request : null;
    }

    /// <summary>What to say when there is nothing to see; whoever sees their own alone reads which of these roles would help.</summary>
    public string NoSuchRequest(ChatTurn turn, params IReadOnlyList<Role> forOthers) =>
        SeesAll(turn) ? TrunkTexts.NoSuchRequest : TrunkTexts.OnlyYourOwnRequests(roles.Refusal(turn.Roles, forOthers));

    /// <summary>Likewise for a trunk.</summary>
    public string NoSuchTrunk(ChatTurn turn) =>
        SeesAll(turn) ? TrunkTexts.NoSuchTrunk : TrunkTexts.OnlyYourOwnTrunks(roles.Refusal(turn.Roles, Role.Approver, Role.Admin));

    /// <summary>Whether this person sees what the whole company has asked for.</summary>
    public static bool SeesAll(ChatTurn turn) => turn.Roles.Has(Role.Approver) || turn.Roles.Has(Role.Admin);

    /// <summary>Why this person may not ask for trunks; null when they may.</summary>
    public string? WhyNotAsk(ChatTurn turn) => WhyNot(turn, Role.Requester);

    public string? WhyNot(ChatTurn turn, Role role) =>
        !turn.Person.IsKnown ? ChatTexts.NoIdentity : turn.Roles.Has(role) ? null : roles.Refusal(turn.Roles, role);
}
