using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Viewing;

/// <summary>What one person sees on an approval's card that others do not.</summary>
/// <param name="Note">Where they stand; null for nothing.</param>
/// <param name="Buttons">What they can do about it.</param>
/// <param name="TakesComment">Whether one of the buttons takes the comment.</param>
internal sealed record ApprovalViewer(string? Note, IReadOnlyList<AdaptiveAction> Buttons, bool TakesComment)
{
    /// <param name="buttons">What whoever asked can do about it.</param>
    public static ApprovalViewer OfAsker(IReadOnlyList<AdaptiveAction> buttons) => new(ApprovalTexts.YouAsked, buttons, false);

    /// <param name="approval">What is asked.</param>
    /// <param name="rights">What this person may do about it.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static ApprovalViewer Of(Approval approval, ApprovalRights rights, CardActions can) =>
        new(NoteOf(approval, rights), [.. ButtonsOf(approval, rights, can)], rights.Approve.IsGiven);

    private static string? NoteOf(Approval approval, ApprovalRights rights) => rights.Approve.Hindrance switch
    {
        ApprovedBefore => ApprovalTexts.YouApproved(approval),
        LeftToAnother { Handover: var on } => HandoverTexts.NotYours(approval, on),
        _ => null,
    };

    private static IEnumerable<AdaptiveAction> ButtonsOf(Approval approval, ApprovalRights rights, CardActions can)
    {
        var id = approval.SubjectId;
        if (rights.Approve.IsGiven)
            yield return ApprovalCard.ApproveButton(approval, can);
        if (rights.Reject.IsGiven)
            yield return CardButton.Dialog(can, ApprovalTexts.Reject, RejectCard.AskWhy, id);
        if (rights.TakeBack.IsGiven)
            yield return CardButton.Line(can, HandoverTexts.TakeItBack, $"trunk delegate {id} me");
        else if (rights.Delegate.IsGiven)
            yield return CardButton.Dialog(can, HandoverTexts.Delegate, DelegateCard.Delegate, id);
    }
}
