using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Viewing;

/// <summary>
/// An approval's card as each person sees it in the room. The one in the message is true for everybody and can be used by everybody; the others only
/// spare their person what is not for them. Every button is judged when it is pressed, whatever card it is on.
/// </summary>
internal sealed class ApprovalViews(ApprovalDesk approvals, DecisionDesk decisions, ApprovalReaders readers)
{
    /// <summary>The card in the message.</summary>
    public async Task<AdaptiveCard> ForAllAsync(Approval approval, IChannel channel, CancellationToken ct) =>
        ApprovalCard.Of(approval, channel.CardActions, null, await RefreshAsync(approval, channel, ct));

    /// <summary>The card of whoever speaks in this turn; outside of the room there is no other than the usual one. Nothing is changed.</summary>
    public async Task<AdaptiveCard> OfAsync(Approval approval, ChatTurn turn, CancellationToken ct)
    {
        if (!RoomBook.IsRoomOf(approval, turn) || !HasViews(approval, turn.Channel))
            return ApprovalCard.Of(approval, turn.Channel.CardActions);
        var viewer = await ViewerAsync(approval, turn, ct);
        return ApprovalCard.Of(approval, turn.Channel.CardActions, viewer, await RefreshAsync(approval, turn.Channel, ct));
    }

    private static bool HasViews(Approval approval, IChannel channel) => approval.State is ApprovalState.Open && channel.CardActions is CardActions.Execute;

    private async Task<CardRefresh?> RefreshAsync(Approval approval, IChannel channel, CancellationToken ct) =>
        HasViews(approval, channel) ? ApprovalCard.RefreshOf(approval, await readers.OfAsync(approval, channel.Id, ct)) : null;

    private async Task<ApprovalViewer> ViewerAsync(Approval approval, ChatTurn turn, CancellationToken ct)
    {
        if (approval.Asker == turn.Person)
            return ApprovalViewer.OfAsker(await approvals.ButtonsOfAskerAsync(approval, turn, ct));
        var (_, rights) = await decisions.RightsAsync(approval, turn.Person, turn.Roles, ct);
        return ApprovalViewer.Of(approval, rights, turn.Channel.CardActions);
    }
}
