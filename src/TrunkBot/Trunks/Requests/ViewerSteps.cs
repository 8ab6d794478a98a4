using TrunkBot.Access;
using TrunkBot.Approvals;

namespace TrunkBot.Trunks.Requests;

/// <summary>What whoever looks at a request may do about it next: the buttons of its card.</summary>
internal sealed record ViewerSteps
{
    public bool MayEdit { get; init; }

    public bool MayCancel { get; init; }

    public bool MayAskAgain { get; init; }

    public bool MayDecide { get; init; }

    public bool MayHandOn { get; init; }

    public bool MayTakeBack { get; init; }

    public bool MayPush { get; init; }

    public bool MaySettle { get; init; }

    public bool MayRetry { get; init; }

    /// <summary>Names what the card shows, for whoever decides by it.</summary>
    public string? Seen { get; init; }

    /// <summary>For the asker, who is told about their request.</summary>
    public static ViewerSteps OfAsker(TrunkRequest request) => new()
    {
        MayEdit = request.State is RequestState.Pending,
        MayCancel = request.State is RequestState.Pending or RequestState.Approved,
        MayAskAgain = request.State is RequestState.Failed or RequestState.Rejected or RequestState.Expired or RequestState.Cancelled,
    };

    public static ViewerSteps Of(TrunkRequest request, Approval? approval, Person viewer, RoleSet roles)
    {
        var isAdmin = roles.Has(Role.Admin);
        if (request.Asker == viewer)
        {
            var mine = roles.Has(Role.Requester) ? OfAsker(request) : new ViewerSteps();
            return mine with { MayCancel = mine.MayCancel || isAdmin && OfAsker(request).MayCancel };
        }

        var isOpen = approval is { State: ApprovalState.Open } && request.State is RequestState.Pending;
        var isLeft = isOpen && approval!.HandoverOf(viewer) is not null;
        var decides = isOpen && !isLeft && roles.Has(approval!.Role) && !approval.HasApproved(viewer);
        return new ViewerSteps
        {
            MayCancel = isAdmin && OfAsker(request).MayCancel,
            MayDecide = decides,
            MayHandOn = decides,
            MayTakeBack = isLeft && roles.Has(approval!.Role),
            MayPush = isOpen && isAdmin,
            MaySettle = isAdmin && request.State is RequestState.OutcomeUnknown,
            MayRetry = isAdmin && request.HeldSince is not null,
            Seen = approval?.Mark,
        };
    }
}
