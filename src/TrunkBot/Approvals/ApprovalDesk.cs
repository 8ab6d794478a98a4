using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>
/// Keeps the questions: finds one, and has what becomes of it known to whatever it is about. What it changes is saved by the turn or job that called.
/// </summary>
internal sealed class ApprovalDesk(TrunkBotDbContext db, JobQueue jobs, AuditTrail audit, IEnumerable<IApprovalSubject> subjects)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, string, string, CancellationToken, Task<Approval?>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, string subjectId, string tenantId, CancellationToken _) =>
            db.Set<Approval>().SingleOrDefault(approval => approval.SubjectId == subjectId && approval.TenantId == tenantId)));

    /// <summary>Takes in a question that was not asked before.</summary>
    public void Open(Approval approval) => db.Add(approval);

    public async Task<Approval?> FindAsync(string subjectId, string tenantId, CancellationToken ct) =>
        db.Approvals.Local.FindEntry(subjectId)?.Entity is { } known && known.TenantId == tenantId ? known : await s_find.Of(db)(db, subjectId, tenantId, ct);

    /// <summary>Asks the rules as things stand now.</summary>
    public Task<Verdict> JudgeAsync(Approval approval, CancellationToken ct) => Subject(approval.SubjectId).JudgeAsync(approval, ct);

    /// <summary>Looks for what nobody has seen yet.</summary>
    public async Task LearnAsync(Approval approval, CancellationToken ct) => approval.Learn(await Subject(approval.SubjectId).WarningsAsync(approval, ct));

    /// <summary>What whoever asked can do about it on the room's card.</summary>
    public Task<IReadOnlyList<AdaptiveAction>> ButtonsOfAskerAsync(Approval approval, ChatTurn turn, CancellationToken ct) =>
        Subject(approval.SubjectId).ButtonsOfAskerAsync(approval, turn, ct);

    /// <summary>The channel's own id of whoever asked; null where they did not ask on this channel.</summary>
    public Task<string?> AccountOfAskerAsync(Approval approval, string channelId, CancellationToken ct) =>
        Subject(approval.SubjectId).AccountOfAskerAsync(approval, channelId, ct);

    /// <summary>Tells whoever asked.</summary>
    public Task SayToAskerAsync(Approval approval, Func<string> text, CancellationToken ct) => Subject(approval.SubjectId).SayAsync(approval, text, ct);

    /// <summary>Enough was said: it may be done.</summary>
    public Task GrantAsync(Approval approval, CancellationToken ct) => Subject(approval.SubjectId).GrantedAsync(approval, ct);

    /// <summary>Somebody said no.</summary>
    public Task RejectedAsync(Approval approval, CancellationToken ct) => Subject(approval.SubjectId).RejectedAsync(approval, ct);

    /// <summary>The asker or an Admin takes the question back.</summary>
    public async Task WithdrawAsync(Approval approval, CancellationToken ct)
    {
        if (approval.State == ApprovalState.Open)
        {
            approval.Withdraw();
            await Subject(approval.SubjectId).WithdrawnAsync(approval, ct);
        }

        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
    }

    public async Task ExpireAsync(Approval approval, CancellationToken ct)
    {
        approval.Expire();
        audit.ByTrunkBot(approval.TenantId, approval.SubjectId, "expired", "no decision in time");
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        await Subject(approval.SubjectId).ExpiredAsync(approval, ct);
    }

    private IApprovalSubject Subject(string subjectId) => subjects.Single(subject => subject.Owns(subjectId));
}
