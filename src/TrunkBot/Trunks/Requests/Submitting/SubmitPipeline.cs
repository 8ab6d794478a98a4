using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests.Submitting;

/// <summary>
/// The one way from what a person filled in to what can be asked for: repair, review, judge, confirm. The form, the questions, a typed line, an edit
/// and a dry run all take it.
/// </summary>
internal sealed class SubmitPipeline(TrunkFieldRules rules, CollisionBook collisions, TrunkPolicy policy, TimeProvider clock)
{
    /// <summary>What becomes of it: something to change, something to confirm, a rule against it, or <see cref="Ready"/>.</summary>
    public async Task<SubmitOutcome> JudgeAsync(TrunkRequest request, Submission given, CancellationToken ct)
    {
        using var noting = Noted.Speak();
        var review = Reviewed(given);
        if (review.Spec is not { } spec)
            return new NeedsFixing(review, given.MarkEnd.Length == 0 ? null : given.MarkEnd);
        review = review with { Findings = [.. review.Findings, .. await collisions.FindAsync(request, spec, ct)] };
        var verdict = await policy.JudgeAsync(request.Asker, request.Number, spec, clock.GetUtcNow(), ct);
        if (verdict.IsRefused)
            return new RefusedByRule(verdict);
        var mark = ConfirmedRequest.MarkOf(spec, review.Warnings) + given.MarkEnd;
        return review.Warnings.Count > 0 && given.Confirmed != mark
            ? new NeedsConfirmation(review, mark, verdict)
            : new Ready(spec, review, verdict);
    }

    private TrunkReview Reviewed(Submission given)
    {
        var review = rules.Review(given.Fields, given.Password, given.Region);
        return given.LostPassword
            ? review with { Findings = [.. review.Findings.Where(finding => finding.Field != FieldIds.Password), FieldTexts.PasswordOfAnother] }
            : review;
    }
}

/// <summary>What a person filled in and has confirmed.</summary>
/// <param name="Fields">As typed.</param>
/// <param name="Password">The password that goes with it; empty when there is none, null where it is not asked for.</param>
/// <param name="Confirmed">The mark of exactly the values and warnings that were seen; null when nothing was confirmed.</param>
/// <param name="Region">The person's country as two letters; null when nobody said.</param>
internal sealed record Submission(TrunkFields Fields, Secret? Password, string? Confirmed = null, string? Region = null)
{
    public static Secret NoPassword { get; } = new("");

    /// <summary>The password that was kept went with another host or username.</summary>
    public bool LostPassword { get; init; }

    /// <summary>What the mark ends in, to come back with the next submit.</summary>
    public string MarkEnd { get; init; } = "";
}

/// <summary>What came of a submit.</summary>
internal abstract record SubmitOutcome;

/// <summary>Nothing stands against it: it can be asked.</summary>
internal sealed record Ready(TrunkSpec Spec, TrunkReview Review, Verdict Needs) : SubmitOutcome;

/// <param name="Request">It waits for its approvers.</param>
/// <param name="Notes">What was mended on the way.</param>
internal sealed record Submitted(TrunkRequest Request, IReadOnlyList<Finding> Notes) : SubmitOutcome;

/// <param name="Review">What is wrong.</param>
/// <param name="Mark">What the next submit is to send back; null for nothing.</param>
internal sealed record NeedsFixing(TrunkReview Review, string? Mark = null) : SubmitOutcome;

/// <summary>It is what was asked already.</summary>
internal sealed record NothingChanged : SubmitOutcome;

internal sealed record NeedsConfirmation(TrunkReview Review, string Mark, Verdict Needs) : SubmitOutcome;

internal sealed record NoApprovalsRoom : SubmitOutcome;

/// <summary>A rule refuses it, whoever would approve; what was entered is kept.</summary>
internal sealed record RefusedByRule(Verdict Verdict) : SubmitOutcome;
