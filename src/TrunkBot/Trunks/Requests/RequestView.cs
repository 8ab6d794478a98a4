using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Presets;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Looking;

namespace TrunkBot.Trunks.Requests;

/// <summary>The card of a request as it stands now, with the people and the next steps.</summary>
internal sealed class RequestView(ApprovalDesk approvals, DecisionDesk decisions, PresetCatalog presets, IOptions<TrunkOptions> options)
{
    /// <summary>The card for whoever asks in this turn, with what they may do.</summary>
    public async Task<AdaptiveCard> OfAsync(TrunkRequest request, ChatTurn turn, CancellationToken ct)
    {
        var approval = await FindAsync(request, ct);
        var (_, decision) = await decisions.RightsAsync(approval, turn.Person, turn.Roles, ct);
        return Of(request, approval, RequestRights.Of(request, turn.Person, turn.Roles) with { Decision = decision }, turn.Channel.CardActions);
    }

    /// <summary>The card for the asker.</summary>
    public async Task<AdaptiveCard> OfAsync(TrunkRequest request, CardActions can, CancellationToken ct) =>
        Of(request, await FindAsync(request, ct), RequestRights.OfAsker(request), can);

    private AdaptiveCard Of(TrunkRequest request, Approval? approval, RequestRights rights, CardActions can) =>
        TrunkCard.Of(request, approval is null ? [] : People(approval), Steps(request), can, rights, approval?.Mark);

    private Task<Approval?> FindAsync(TrunkRequest request, CancellationToken ct) => approvals.FindAsync(request.Id.ToString(), request.TenantId, ct);

    private static string[] People(Approval approval) =>
    [
        .. approval.State is ApprovalState.Open ? ApprovalTexts.Needs(approval.Needs) : [],
        .. approval.Decisions.Select(ApprovalTexts.DecisionLine),
    ];

    private IReadOnlyList<string> Steps(TrunkRequest request)
    {
        if (request.State is not RequestState.Created)
            return [];
        var spec = TrunkFacts.SpecOf(request);
        return presets.ForHost(spec.Domain).NextSteps(spec.Direction, options.Value.InboundHost, options.Value.SignallingAddresses);
    }
}
