using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Audit;
using TrunkBot.Policies;

namespace TrunkBot.Approvals.Pushing;

/// <summary>
/// Break-glass: an Admin lets somebody else's request through without the approvals that are missing. It skips people, not rules: what a
/// rule refuses stays refused. It takes a reason and a second confirmation of exactly what was shown, and everybody skipped is told.
/// </summary>
internal sealed class PushDesk(
    ApprovalDesk approvals, DecisionDesk decisions, PushNotice notice, AuditTrail audit, ILogger<PushDesk> log, TimeProvider clock)
{
    /// <summary>Shows what would be pushed through; only who has been shown this can confirm it.</summary>
    public async Task<PushOutcome> ShowAsync(string subjectId, Person by, RoleSet mine, CancellationToken ct)
    {
        var outcome = await OpenAsync(subjectId, by, mine, ct);
        if (outcome is PushShown { Approval: var approval })
            approval.ShowTo(by, pushing: true);
        return outcome;
    }

    /// <summary>The second confirmation.</summary>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="by">Who pushes.</param>
    /// <param name="mine">What they may.</param>
    /// <param name="reason">Why; everybody reads it.</param>
    /// <param name="seen">The mark of the card that was clicked.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<PushOutcome> ConfirmAsync(string subjectId, Person by, RoleSet mine, string? reason, string? seen, CancellationToken ct)
    {
        var outcome = await OpenAsync(subjectId, by, mine, ct);
        if (outcome is not PushShown { Approval: var approval } shown)
            return outcome;
        if (reason is null || !approval.IsPushConfirmed(by, seen))
        {
            approval.ShowTo(by, pushing: true);
            return shown with { ReasonMissing = reason is null };
        }

        await PushAsync(approval, by, reason, ct);
        return new Pushed(approval);
    }

    private async Task<PushOutcome> OpenAsync(string subjectId, Person by, RoleSet mine, CancellationToken ct)
    {
        var (approval, verdict, rights) = await decisions.RightsAsync(subjectId, by, mine, ct);
        if (rights.Push.Hindrance is { } why)
            return new PushRefused(why);
        await approvals.LearnAsync(approval!, ct);
        approval!.Tighten(verdict);
        return new PushShown(approval);
    }

    private async Task PushAsync(Approval approval, Person by, string reason, CancellationToken ct)
    {
        approval.Push(by, reason, clock.GetUtcNow());
        audit.By(by, approval.TenantId, approval.SubjectId, "pushed through", reason, rule: PolicyTexts.Names(approval.Why));
        notice.Post(approval, by, reason);
        log.PushedThrough(approval.SubjectId, by.ObjectId);
        await approvals.GrantAsync(approval, ct);
    }
}

/// <summary>What came of pushing.</summary>
internal abstract record PushOutcome;

/// <summary>To be confirmed: nothing was changed.</summary>
internal sealed record PushShown(Approval Approval, bool ReasonMissing = false) : PushOutcome;

internal sealed record Pushed(Approval Approval) : PushOutcome;

internal sealed record PushRefused(Hindrance Why) : PushOutcome;
