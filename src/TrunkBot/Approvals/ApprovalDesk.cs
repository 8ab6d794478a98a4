using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Clocks;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>Asks people, and lets the clock run. What it changes is saved by the turn or job that called.</summary>
internal sealed class ApprovalDesk(
    TrunkBotDbContext db, RoomBook rooms, ConversationPace pace, JobQueue jobs, AuditTrail audit, IEnumerable<IApprovalSubject> subjects, ChannelTable channels,
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
        var show = jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        if (pace.LineUp(show.Id, room) is { } until)
            show.Repeat(until);
        jobs.Add(new RemindApproval(approval.SubjectId), approval.TenantId, now + options.Value.RemindAfter);
        jobs.Add(new EscalateApproval(approval.SubjectId), approval.TenantId, now + options.Value.EscalateAfter);
        jobs.Add(new ExpireApproval(approval.SubjectId), approval.TenantId, approval.ExpiresAt);
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
            jobs.Post(room, () => Activity.Message(ApprovalTexts.AskedAnew(approval, voided)));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return voided;
    }

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

    /// <summary>Shows the room what became of it.</summary>
    public async Task TellAsync(string subjectId, Func<string> outcome, Ending? ending, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Tell(Noted.Of(outcome), ending);
        jobs.Add(new ShowApproval(subjectId), approval.TenantId);
    }

    /// <summary>Shows whoever decides something that has come up.</summary>
    public async Task WarnAsync(string subjectId, Noted warning, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Learn([warning]);
        jobs.Add(new ShowApproval(subjectId), approval.TenantId);
    }

    /// <summary>Says something new where the question stands, as an answer to it.</summary>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="say">What to say, by what buttons can do there.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public async Task PostAsync(string subjectId, Func<CardActions, Activity> say, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        if (await rooms.PlaceOfAsync(approval, ct) is { } room)
            jobs.Post(room, () => say(channels.Find(room.ChannelId).CardActions));
    }

    private IApprovalSubject Subject(string subjectId) => subjects.Single(subject => subject.Owns(subjectId));
}
