using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Policies;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>
/// Lets the asker change a request that nobody has granted yet, by the same rules as a new one. It is another request to the approvers then:
/// what they said before is void, and the clocks begin anew. Until the change is submitted, what was asked stands.
/// </summary>
internal sealed class EditDesk(
    TrunkFieldRules rules, SecretBox box, RequestSeal seal, CollisionBook collisions, TrunkPolicy policy, ApprovalDesk approvals, AuditTrail audit, TimeProvider clock)
{
    // Ends a mark: a new password was typed. It is not kept before the change is submitted, so an empty field would mean the old one.
    private const string WithPassword = "+";

    private static readonly Secret s_noPassword = new("");

    public async Task<SubmitOutcome> EditAsync(TrunkRequest request, TrunkFields fields, Secret? typed, string? confirmed, CancellationToken ct)
    {
        var wantsNew = typed is not null || confirmed?.EndsWith(WithPassword, StringComparison.Ordinal) == true;
        var secret = typed ?? (wantsNew ? null : Kept(request));
        var review = rules.Review(fields, secret ?? s_noPassword);
        if (review.Spec is not { } spec || secret is null)
            return new NeedsFixing(review, wantsNew ? WithPassword : null);
        review = review with { Findings = [.. review.Findings, .. await collisions.FindAsync(request, spec, ct)] };
        var verdict = await policy.JudgeAsync(request.Asker, request.Number, spec, clock.GetUtcNow(), ct);
        if (verdict.IsRefused)
            return new RefusedByRule(verdict);
        var mark = ConfirmedRequest.MarkOf(spec, review.Warnings) + (wantsNew ? WithPassword : "");
        if (review.Warnings.Count > 0 && confirmed != mark)
            return new NeedsConfirmation(review, mark, verdict);
        if (request.Fingerprint is { } before && seal.Fits(request, spec, secret, before))
            return new NothingChanged();
        await AskAnewAsync(request, spec, review, secret, verdict, ct);
        return new Submitted(request);
    }

    private async Task AskAnewAsync(TrunkRequest request, TrunkSpec spec, TrunkReview review, Secret secret, Verdict needs, CancellationToken ct)
    {
        var id = request.Id.ToString();
        var warnings = review.Warnings.Select(TrunkTexts.Line).ToList();
        var fingerprint = seal.Of(request, spec, secret);
        request.Edit(spec, warnings, fingerprint, box.Protect(secret, id), clock.GetUtcNow());
        await collisions.MoveAsync(request, ct);
        var question = new ApprovalQuestion(id, request.Asker, TrunkTexts.ApprovalTitle(spec), TrunkFacts.Of(request), warnings, fingerprint, needs);
        var voided = await approvals.AskAnewAsync(question, ct);
        audit.By(request.Asker, request.TenantId, id, "edited", voided.Count == 0 ? null : $"approvals void: {string.Join(", ", voided)}");
    }

    private Secret? Kept(TrunkRequest request)
    {
        try
        {
            return request.ProtectedPassword is { } kept ? box.Unprotect(kept, request.Id.ToString()) : null;
        }
        catch (SecretUnreadableException)
        {
            return null;
        }
    }
}
