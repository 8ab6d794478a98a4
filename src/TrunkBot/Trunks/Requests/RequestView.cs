using Microsoft.Extensions.Options;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Presets;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Looking;

namespace TrunkBot.Trunks.Requests;

/// <summary>The card of a request as it stands now, with the people and the next steps.</summary>
internal sealed class RequestView(ApprovalDesk approvals, PresetCatalog presets, IOptions<TrunkOptions> options)
{
    /// <summary>The card for whoever asks in this turn, with what they may do.</summary>
    public Task<AdaptiveCard> OfAsync(TrunkRequest request, ChatTurn turn, CancellationToken ct) =>
        OfAsync(request, turn.Channel.CardActions, approval => ViewerSteps.Of(request, approval, turn.Person, turn.Roles), ct);

    /// <summary>The card for the asker.</summary>
    public Task<AdaptiveCard> OfAsync(TrunkRequest request, CardActions can, CancellationToken ct) => OfAsync(request, can, _ => ViewerSteps.OfAsker(request), ct);

    private async Task<AdaptiveCard> OfAsync(TrunkRequest request, CardActions can, Func<Approval?, ViewerSteps> viewer, CancellationToken ct)
    {
        var approval = await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct);
        return TrunkCard.Of(request, approval is null ? [] : People(approval), Steps(request), can, viewer(approval));
    }

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
