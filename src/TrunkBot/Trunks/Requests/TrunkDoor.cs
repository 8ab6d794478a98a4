using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Diagnostics;

namespace TrunkBot.Trunks.Requests;

/// <summary>Which request a person means and what they may do with it; the same sentence for what is not there and what is not theirs to see.</summary>
internal sealed class TrunkDoor(RequestDesk requests, RoleBook roles)
{
    /// <summary>The request, if this person may see it: their own, or as Approver or Admin any of their tenant.</summary>
    public async Task<TrunkRequest?> SeeAsync(ChatTurn turn, string? id, CancellationToken ct)
    {
        if (!turn.Person.IsKnown || RequestId.Parse(id) is not { } parsed)
            return null;
        var request = await requests.FindAsync(parsed, turn.Person.TenantId, ct);
        if (request is null || !RightsOf(turn, request).See.IsGiven)
            return null;
        Tracing.Follow(request.TraceParent);
        return request;
    }

    /// <summary>The request, and what hinders this person from the act; nothing does where there is no refusal.</summary>
    /// <param name="turn">Who, and with which roles.</param>
    /// <param name="id">What they typed or clicked.</param>
    /// <param name="act">What they would do.</param>
    /// <param name="forOthers">Who may do it with somebody else's request; nobody where it is empty.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<(TrunkRequest Request, string? Refusal, Hindrance? Hindrance)> ForAsync(
        ChatTurn turn, string? id, Func<RequestRights, Right> act, IReadOnlyList<Role> forOthers, CancellationToken ct)
    {
        if (await SeeAsync(turn, id, ct) is not { } request)
            return (null!, NoSuchRequest(turn, forOthers), new NotSeen());
        var hindrance = act(RightsOf(turn, request)).Hindrance;
        return (request, hindrance is null ? null : WhyNot(turn, hindrance, forOthers), hindrance);
    }

    /// <summary>What to say when there is nothing to see; whoever sees their own alone reads which of these roles would help.</summary>
    public string NoSuchRequest(ChatTurn turn, params IReadOnlyList<Role> forOthers) =>
        forOthers.Count == 0 ? TrunkTexts.NoneOfYours
        : RequestRights.SeesAll(turn.Roles) ? TrunkTexts.NoSuchRequest
        : TrunkTexts.OnlyYourOwnRequests(roles.Refusal(turn.Roles, forOthers));

    /// <summary>Likewise for a trunk.</summary>
    public string NoSuchTrunk(ChatTurn turn) =>
        RequestRights.SeesAll(turn.Roles) ? TrunkTexts.NoSuchTrunk : TrunkTexts.OnlyYourOwnTrunks(roles.Refusal(turn.Roles, Role.Approver, Role.Admin));

    /// <summary>Why this person may not ask for trunks; null when they may.</summary>
    public string? WhyNotAsk(ChatTurn turn) =>
        !turn.Person.IsKnown ? ChatTexts.NoIdentity : turn.Roles.Has(Role.Requester) ? null : roles.Refusal(turn.Roles, Role.Requester);

    private string WhyNot(ChatTurn turn, Hindrance hindrance, IReadOnlyList<Role> forOthers) => hindrance switch
    {
        RoleMissing { AnyOf: var anyOf } => roles.Refusal(turn.Roles, anyOf),
        OnlyAskerOrAdmin { Request: var request } => TrunkTexts.OnlyAskerOrAdmin(request, roles.Refusal(turn.Roles, forOthers)),
        _ => TrunkTexts.WhyNot(hindrance),
    };

    private static RequestRights RightsOf(ChatTurn turn, TrunkRequest request) => RequestRights.Of(request, turn.Person, turn.Roles);
}
