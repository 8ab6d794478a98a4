using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Policies;
using TrunkBot.Protocol.Schema;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>Takes requests from draft to decision, and back. What it changes is saved by the turn that called.</summary>
internal sealed class RequestDesk(
    TrunkBotDbContext db, TrunkFieldRules rules, SecretBox box, RequestSeal seal, RoomBook rooms, TrunkPolicy policy, ApprovalDesk approvals, CollisionBook collisions,
    JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, long, string, CancellationToken, Task<TrunkRequest?>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, long number, string tenantId, CancellationToken _) =>
            db.Set<TrunkRequest>().SingleOrDefault(request => request.Number == number && request.TenantId == tenantId)));

    private static readonly Secret s_noPassword = new("");

    public Task<TrunkRequest?> FindAsync(RequestId id, string tenantId, CancellationToken ct) =>
        s_find.Of(db)(db, id.Number, tenantId, ct);

    /// <summary>Judges the fields and, if nothing stands against it, puts the request to the approvers.</summary>
    /// <param name="draft">The asker's draft.</param>
    /// <param name="fields">What was filled in.</param>
    /// <param name="password">What was entered now; null or empty uses the one that was entered before.</param>
    /// <param name="confirmed">What the asker has confirmed: the mark of exactly these values and warnings.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<SubmitOutcome> SubmitAsync(
        TrunkRequest draft, TrunkFields fields, Secret? password, string? confirmed, CancellationToken ct)
    {
        draft.Fill(fields, draft.InChat, clock.GetUtcNow());
        var secret = Keep(draft, password);
        var review = rules.Review(fields, secret ?? s_noPassword);
        if (review.Findings.Any(finding => finding is { Field: FieldIds.Password, Severity: Severity.Error }))
            draft.KeepPassword(null, clock.GetUtcNow());
        if (review.Spec is not { } spec)
            return new NeedsFixing(review);
        review = review with { Findings = [.. review.Findings, .. await collisions.FindAsync(draft, spec, ct)] };
        var verdict = await policy.JudgeAsync(draft.Asker, draft.Number, spec, clock.GetUtcNow(), ct);
        if (verdict.IsRefused)
            return new RefusedByRule(verdict);
        var mark = ConfirmedRequest.MarkOf(spec, review.Warnings);
        if (review.Warnings.Count > 0 && confirmed != mark)
            return new NeedsConfirmation(review, mark, verdict);
        if (await rooms.FindAsync(draft.TenantId, ct) is null)
            return new NoApprovalsRoom();
        await AskAsync(draft, spec, review, secret!, verdict, ct);
        return new Submitted(draft);
    }

    /// <summary>The asker or an Admin takes the request back, as long as nothing was sent.</summary>
    public async Task<bool> CancelAsync(TrunkRequest request, Person by, CancellationToken ct)
    {
        if (request.State is not (RequestState.Draft or RequestState.Pending or RequestState.Approved))
            return false;
        var approval = await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct);
        request.Cancel(clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        audit.By(by, request.TenantId, request.Id.ToString(), "cancelled");
        if (by != request.Asker)
            jobs.Post(RoomBook.Read(request.Reference) with { ActivityId = null }, Activity.Message(TrunkTexts.CancelledForYou(request, by.Name)));
        if (approval is not null)
        {
            approval.Tell(TrunkTexts.CancelledBy(by.Name));
            await approvals.WithdrawAsync(approval, ct);
        }

        return true;
    }

    /// <summary>Keeps a password that was entered, encrypted.</summary>
    /// <returns>The draft's password: this one, else the one that was entered before.</returns>
    public Secret? Keep(TrunkRequest draft, Secret? entered)
    {
        if (entered is not null && entered != s_noPassword)
        {
            draft.KeepPassword(box.Protect(entered, draft.Id.ToString()), clock.GetUtcNow());
            return entered;
        }

        return draft.ProtectedPassword is { } kept ? Open(draft, kept) : null;
    }

    private Secret? Open(TrunkRequest draft, string kept)
    {
        try
        {
            return box.Unprotect(kept, draft.Id.ToString());
        }
        catch (SecretUnreadableException)
        {
            draft.KeepPassword(null, clock.GetUtcNow());
            return null;
        }
    }

    private async Task AskAsync(TrunkRequest draft, TrunkSpec spec, TrunkReview review, Secret secret, Verdict needs, CancellationToken ct)
    {
        var warnings = review.Warnings.Select(TrunkTexts.Line).ToList();
        var fingerprint = seal.Of(draft, spec, secret);
        draft.Submit(spec, warnings, fingerprint, clock.GetUtcNow());
        collisions.Take(draft);
        var id = draft.Id.ToString();
        var question = new ApprovalQuestion(
            id, draft.Asker, TrunkTexts.ApprovalTitle(spec), TrunkFacts.Of(draft), warnings, fingerprint, needs);
        await approvals.AskAsync(question, ct);
        audit.By(draft.Asker, draft.TenantId, id, "submitted", warnings.Count == 0 ? null : $"{warnings.Count} warnings confirmed");
    }
}

/// <summary>What came of a submit.</summary>
internal abstract record SubmitOutcome;

internal sealed record Submitted(TrunkRequest Request) : SubmitOutcome;

/// <param name="Review">What is wrong.</param>
/// <param name="Mark">What the next submit is to send back; null for nothing.</param>
internal sealed record NeedsFixing(TrunkReview Review, string? Mark = null) : SubmitOutcome;

/// <summary>It is what was asked already.</summary>
internal sealed record NothingChanged : SubmitOutcome;

internal sealed record NeedsConfirmation(TrunkReview Review, string Mark, Verdict Needs) : SubmitOutcome;

internal sealed record NoApprovalsRoom : SubmitOutcome;

/// <summary>A rule refuses it, whoever would approve; what was entered is kept.</summary>
internal sealed record RefusedByRule(Verdict Verdict) : SubmitOutcome;
