using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Policies;

namespace TrunkBot.Approvals.Deciding;

/// <summary>Takes people's decisions. What it changes is saved by the turn that called.</summary>
internal sealed class DecisionDesk(ApprovalDesk approvals, Authority authority, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes a decision. Whether this may be approved at all, and by how many, is asked again each time.</summary>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="roles">What they may.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="comment">What they say about it.</param>
    /// <param name="seen">The mark of the card that was clicked; null for a typed line.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<DecisionOutcome> DecideAsync(
        string subjectId, Person by, RoleSet roles, bool approve, string? comment, string? seen, CancellationToken ct)
    {
        var (approval, verdict, rights) = await RightsAsync(subjectId, by, roles, ct);
        if ((approve ? rights.Approve : rights.Reject).Hindrance is { } why)
            return new NotDecided(why);
        return approve ? await ApproveAsync(approval!, verdict, by, roles, comment, seen, ct) : await RejectAsync(approval!, by, roles, comment, ct);
    }

    /// <summary>What this person may do about it now. What ran out of time ends here, if nobody has ended it yet.</summary>
    public async Task<(Approval? Approval, Verdict Verdict, ApprovalRights Rights)> RightsAsync(string subjectId, Person by, RoleSet roles, CancellationToken ct)
    {
        var approval = await approvals.FindAsync(subjectId, by.TenantId, ct);
        Tracing.Follow(approval?.TraceParent);
        var (verdict, rights) = await RightsAsync(approval, by, roles, ct);
        if (rights.Reject.Hindrance is TooLate && approval!.State is ApprovalState.Open)
            await approvals.ExpireAsync(approval, ct);
        return (approval, verdict, rights);
    }

    /// <summary>The same, and nothing is changed.</summary>
    public async Task<(Verdict Verdict, ApprovalRights Rights)> RightsAsync(Approval? approval, Person by, RoleSet roles, CancellationToken ct)
    {
        var rights = ApprovalRights.Of(approval, Verdict.OneApprover, by, roles, clock.GetUtcNow());
        // The rules cost a look at much else, so they are asked only where all depends on them.
        if (!rights.Approve.IsGiven && !rights.Push.IsGiven)
            return (Verdict.OneApprover, rights);
        var verdict = await approvals.JudgeAsync(approval!, ct);
        return (verdict, ApprovalRights.Of(approval, verdict, by, roles, clock.GetUtcNow()));
    }

    private async Task<DecisionOutcome> ApproveAsync(
        Approval approval, Verdict verdict, Person by, RoleSet roles, string? comment, string? seen, CancellationToken ct)
    {
        if (!await HasSeenAllAsync(approval, by, seen, ct))
            return new LookAgain(approval);
        approval.Tighten(verdict);
        if (await authority.ReviewAsync(approval, approval.Role, ct) is { Count: > 0 } silent)
            return new NobodyCanTell(approval, silent);
        if (approval.HasApproved(by))
            approval.Recount();
        else
            Decide(approval, by, roles, approved: true, comment);
        if (approval.IsGranted)
            await approvals.GrantAsync(approval, ct);
        return new Decided(approval);
    }

    private async Task<DecisionOutcome> RejectAsync(Approval approval, Person by, RoleSet roles, string? comment, CancellationToken ct)
    {
        if (comment is null)
            return new ReasonMissing(approval);
        Decide(approval, by, roles, approved: false, comment);
        await approvals.RejectedAsync(approval, ct);
        return new Decided(approval);
    }

    private void Decide(Approval approval, Person by, RoleSet roles, bool approved, string? comment)
    {
        approval.Decide(by, roles.Has(Role.Admin) ? Role.Admin : Role.Approver, approved, comment, clock.GetUtcNow());
        var first = approval.Handovers.Find(handover => handover.ToId == by.ObjectId);
        audit.By(
            by, approval.TenantId, approval.SubjectId, approved ? "approved" : "rejected", comment,
            first is null ? null : new Person(approval.TenantId, first.FromId, first.FromName), PolicyTexts.Names(approval.Why));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
    }

    // Nobody approves what they have not seen: what came since they looked is shown first, and their click does not count.
    private async Task<bool> HasSeenAllAsync(Approval approval, Person by, string? seen, CancellationToken ct)
    {
        await approvals.LearnAsync(approval, ct);
        if (approval.IsSeenBy(by, seen))
            return true;
        approval.ShowTo(by);
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return false;
    }
}
