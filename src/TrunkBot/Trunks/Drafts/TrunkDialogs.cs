using TrunkBot.Chat;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Where a submit came from the questions: the dialog goes on from there.</summary>
internal sealed class TrunkDialogs(DialogDesk dialogs, FormDesk forms, RequestView view)
{
    public Task BeginAsync(ChatTurn turn, TrunkRequest draft, CancellationToken ct) =>
        dialogs.BeginAsync(turn, NewTrunkDialog.DialogId, NewTrunkDialog.OptionsFor(draft), ct);

    public Task<bool> CancelAsync(ChatTurn turn, CancellationToken ct) => dialogs.CancelAsync(turn, ct);

    /// <returns>The card that answers the submit; null when the dialog has answered.</returns>
    public async Task<CardAnswer?> TakeAsync(ChatTurn turn, TrunkRequest draft, SubmitOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case NeedsFixing { Review: var review } when OnlyThePassword(review):
                return CardAnswer.Show(await forms.PasswordCardAsync(turn, DraftView.Of(draft), review, ct));
            case NeedsConfirmation confirmation:
                await dialogs.BeginAsync(turn, SubmitAnywayDialog.DialogId, SubmitAnywayDialog.OptionsFor(draft, confirmation), ct);
                // The masked field leaves the screen; where cards cannot change, a second one would only be in the way.
                return turn.Channel.CanUpdate
                    ? CardAnswer.Show(await view.OfAsync(draft, turn, ct))
                    : CardAnswer.Nothing;
            default:
                await dialogs.CancelAsync(turn, ct);
                return null;
        }
    }

    private static bool OnlyThePassword(TrunkReview review) =>
        review.Findings.Where(finding => finding.Severity is Severity.Error).All(finding => finding.Field == FieldIds.Password);
}
