using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Policies;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>Asks people, takes their decision, and lets the clock run. What it changes is saved by the turn or job that called.</summary>
internal sealed class ApprovalDesk(
    TrunkBotDbContext db, RoomBook rooms, Authority authority, JobQueue jobs, AuditTrail audit, IEnumerable<IApprovalSubject> subjects, ChannelTable channels,
    IOptions<ApprovalOptions> options, TimeProvider clock)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, string, string, CancellationToken, Task<Approval?>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, string subjectId, string tenantId, CancellationToken _) =>
            db.Set<Approval>().SingleOrDefault(approval => approval.SubjectId == subjectId && approval.TenantId == tenantId)));

    /// <summary>Puts the question to the tenant's approvals room.</summary>
    /// <returns>False when the tenant has no room; nothing was asked.</returns>
    public async Task<bool> AskAsync(ApprovalQuestion question, CancellationToken ct)
    {
        if (await rooms.FindAsync(question.Asker.TenantId, ct) is not { } room)
            return false;
        var now = clock.GetUtcNow();
        var approval = new Approval(question, RoomBook.Write(room), now, now + options.Value.ExpiresAfter);
        db.Add(approval);
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        jobs.Add(RemindApprovalJob.JobKind, approval.TenantId, approval.SubjectId, now + options.Value.RemindAfter);
        jobs.Add(EscalateApprovalJob.JobKind, approval.TenantId, approval.SubjectId, now + options.Value.EscalateAfter);
        jobs.Add(ExpireApprovalJob.JobKind, approval.TenantId, approval.SubjectId, approval.ExpiresAt);
        return true;
    }

    /// <summary>Puts another question in the place of one that waits. The clocks' jobs go by the approval, so that they begin anew as well.</summary>
    /// <returns>Whose approvals are void.</returns>
    public async Task<IReadOnlyList<string>> AskAnewAsync(ApprovalQuestion question, CancellationToken ct)
    {
        var approval = (await FindAsync(question.SubjectId, question.Asker.TenantId, ct))!;
        var now = clock.GetUtcNow();
        var voided = approval.AskAnew(question, now, now + options.Value.ExpiresAfter);
        if (await rooms.PlaceOfAsync(approval, ct) is { } room)
            jobs.Post(room, Activity.Message(ApprovalTexts.AskedAnew(approval, voided)));
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        return voided;
    }

    public async Task<Approval?> FindAsync(string subjectId, string tenantId, CancellationToken ct) =>
        db.Approvals.Local.FindEntry(subjectId)?.Entity is { } known && known.TenantId == tenantId ? known : await s_find.Of(db)(db, subjectId, tenantId, ct);

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
        if (await WhyClosedAsync(subjectId, by, roles, ct) is { } closed)
            return closed;
        var approval = (await FindAsync(subjectId, by.TenantId, ct))!;
        return approve ? await ApproveAsync(approval, by, roles, comment, seen, ct) : await RejectAsync(approval, by, roles, comment, ct);
    }

    /// <summary>Why this person has nothing to decide here, whatever they would say; null when they may go on.</summary>
    public async Task<DecisionOutcome?> WhyClosedAsync(string subjectId, Person by, RoleSet roles, CancellationToken ct)
    {
        if (!roles.Has(Role.Approver) && !roles.Has(Role.Admin))
            return new NotAnApprover(Role.Approver, []);
        if (await FindAsync(subjectId, by.TenantId, ct) is not { } approval)
            return new NoSuchApproval();
        if (approval.Asker == by)
            return new OwnRequest(approval);
        if (approval.State == ApprovalState.Open && approval.ExpiresAt <= clock.GetUtcNow())
            await ExpireAsync(approval, ct);
        return approval.State == ApprovalState.Open ? null : new TooLate(approval);
    }

    /// <summary>Asks the rules as things stand now, and looks for what nobody has seen yet.</summary>
    public async Task<Verdict> JudgeAsync(Approval approval, CancellationToken ct)
    {
        approval.Learn(await Subject(approval.SubjectId).WarningsAsync(approval, ct));
        return await Subject(approval.SubjectId).JudgeAsync(approval, ct);
    }

    /// <summary>Tells whoever asked.</summary>
    public Task SayToAskerAsync(Approval approval, string text, CancellationToken ct) => Subject(approval.SubjectId).SayAsync(approval, text, ct);

    /// <summary>Enough was said: it may be done.</summary>
    public Task GrantAsync(Approval approval, CancellationToken ct) => Subject(approval.SubjectId).GrantedAsync(approval, ct);

    /// <summary>The asker or an Admin takes the question back.</summary>
    public async Task WithdrawAsync(Approval approval, CancellationToken ct)
    {
        if (approval.State == ApprovalState.Open)
        {
            approval.Withdraw();
            await Subject(approval.SubjectId).WithdrawnAsync(approval, ct);
        }

        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
    }

    public async Task ExpireAsync(Approval approval, CancellationToken ct)
    {
        approval.Expire();
        audit.ByTrunkBot(approval.TenantId, approval.SubjectId, "expired", "no decision in time");
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        await Subject(approval.SubjectId).ExpiredAsync(approval, ct);
    }

    /// <summary>Shows the room what became of it.</summary>
    public async Task TellAsync(string subjectId, string outcome, Ending? ending, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Tell(outcome, ending);
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, subjectId);
    }

    /// <summary>Shows whoever decides something that has come up.</summary>
    public async Task WarnAsync(string subjectId, string warning, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Learn([warning]);
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, subjectId);
    }

    /// <summary>Says something new where the question stands, as an answer to it.</summary>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="say">What to say, by what buttons can do there.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public async Task PostAsync(string subjectId, Func<CardActions, Activity> say, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        if (await rooms.PlaceOfAsync(approval, ct) is { } room)
            jobs.Post(room, say(channels.Find(room.ChannelId).CardActions));
    }

    private async Task<DecisionOutcome> ApproveAsync(
        Approval approval, Person by, RoleSet roles, string? comment, string? seen, CancellationToken ct)
    {
        var verdict = await Subject(approval.SubjectId).JudgeAsync(approval, ct);
        if (verdict.IsRefused)
            return new AgainstARule(approval, verdict);
        if (approval.Needs.And(verdict) is var needs && !roles.Has(needs.Role))
            return new NotAnApprover(needs.Role, needs.Why);
        if (approval.HasApproved(by))
            return new ApprovedBefore(approval);
        if (approval.HandoverOf(by) is { } handover)
            return new LeftToAnother(approval, handover);
        if (!await HasSeenAllAsync(approval, by, seen, ct))
            return new LookAgain(approval);
        approval.Tighten(verdict);
        if (!await authority.ReviewAsync(approval, approval.Role, ct))
            return new NobodyCanTell(approval);
        if (approval.HasApproved(by))
            approval.Recount();
        else
            Decide(approval, by, roles, approved: true, comment);
        if (approval.IsGranted)
            await GrantAsync(approval, ct);
        return new Decided(approval);
    }

    // A no needs no quorum: everybody who may approve at all, or this, can say it.
    private async Task<DecisionOutcome> RejectAsync(Approval approval, Person by, RoleSet roles, string? comment, CancellationToken ct)
    {
        if (!roles.Has(Role.Approver) && !roles.Has(approval.Role))
            return new NotAnApprover(Role.Approver, []);
        if (comment is null)
            return new ReasonMissing(approval);
        Decide(approval, by, roles, approved: false, comment);
        await Subject(approval.SubjectId).RejectedAsync(approval, ct);
        return new Decided(approval);
    }

    private void Decide(Approval approval, Person by, RoleSet roles, bool approved, string? comment)
    {
        approval.Decide(by, roles.Has(Role.Admin) ? Role.Admin : Role.Approver, approved, comment, clock.GetUtcNow());
        var first = approval.Handovers.Find(handover => handover.ToId == by.ObjectId);
        audit.By(
            by, approval.TenantId, approval.SubjectId, approved ? "approved" : "rejected", comment,
            first is null ? null : new Person(approval.TenantId, first.FromId, first.FromName), PolicyTexts.Names(approval.Why));
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
    }

    // Nobody approves what they have not seen: what came since they looked is shown first, and their click does not count.
    private async Task<bool> HasSeenAllAsync(Approval approval, Person by, string? seen, CancellationToken ct)
    {
        approval.Learn(await Subject(approval.SubjectId).WarningsAsync(approval, ct));
        if (approval.IsSeenBy(by, seen))
            return true;
        approval.ShowTo(by);
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        return false;
    }

    private IApprovalSubject Subject(string subjectId) => subjects.Single(subject => subject.Owns(subjectId));
}
