using TrunkBot.Approvals.Rooms;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests.Submitting;

/// <summary>Takes a draft to its approvers. What it changes is saved by the turn that called.</summary>
internal sealed class SubmitDesk(SubmitPipeline pipeline, KeptPasswords passwords, RoomBook rooms, AskDesk asking, TimeProvider clock)
{
    /// <summary>Judges the fields and, if nothing stands against it, puts the request to the approvers.</summary>
    /// <param name="draft">The asker's draft.</param>
    /// <param name="given">What was filled in; with a null or empty password the one that was entered before counts.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<SubmitOutcome> SubmitAsync(TrunkRequest draft, Submission given, CancellationToken ct)
    {
        var had = draft.ProtectedPassword is not null;
        draft.Fill(given.Fields, draft.InChat, clock.GetUtcNow());
        var lost = had && draft.ProtectedPassword is null;
        var secret = passwords.Keep(draft, given.Password);
        var outcome = await pipeline.JudgeAsync(
            draft, given with { Password = secret ?? Submission.NoPassword, LostPassword = lost && secret is null }, ct);
        Settle(draft, outcome);
        if (outcome is not Ready ready)
            return outcome;
        if (await rooms.FindAsync(draft.TenantId, ct) is null)
            return new NoApprovalsRoom();
        await asking.AskAsync(draft, ready, secret!, ct);
        return new Submitted(draft, ready.Review.Notes);
    }

    // The draft holds what its form will show: the mended values, and no password that was refused.
    private void Settle(TrunkRequest draft, SubmitOutcome outcome)
    {
        var review = outcome switch
        {
            NeedsFixing fix => fix.Review,
            NeedsConfirmation confirm => confirm.Review,
            Ready ready => ready.Review,
            _ => null,
        };
        if (review is null)
            return;
        draft.Fill(review.Mended, draft.InChat, clock.GetUtcNow());
        if (review.Findings.Any(finding => finding is { Field: FieldIds.Password, Severity: Severity.Error }))
            passwords.Drop(draft);
    }
}
