using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals;

/// <summary>Lets an approver leave a decision to a colleague who may decide it too, and take it back.</summary>
internal sealed class HandoverDesk(ApprovalDesk approvals, RoomPeople people, RoleBook roles, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    private const string Me = "me";

    /// <summary>Hands the decision on, or back when the colleague is oneself.</summary>
    /// <returns>What to say; nothing was changed when it is a refusal.</returns>
    public async Task<string> HandOnAsync(string subjectId, Person by, RoleSet mine, string whom, string? note, CancellationToken ct)
    {
        if (await approvals.WhyClosedAsync(subjectId, by, mine, ct) is { } closed)
            return ApprovalTexts.Answer(closed, roles, mine);
        var approval = (await approvals.FindAsync(subjectId, by.TenantId, ct))!;
        if (!mine.Has(approval.Role))
            return ApprovalTexts.Answer(new NotAnApprover(approval.Role, approval.Why), roles, mine);
        if (whom.TrimStart('@').Equals(Me, StringComparison.OrdinalIgnoreCase))
            return TakeBack(approval, by);
        if (approval.HasApproved(by))
            return HandoverTexts.NothingLeft(approval);
        try
        {
            return await people.FindAsync(RoomBook.Read(approval.Room), approval.TenantId, whom, ct) is var (person, account)
                ? await HandOnAsync(approval, by, person, account, note, ct)
                : HandoverTexts.NotInTheRoom(approval);
        }
        catch (ConnectorException)
        {
            return HandoverTexts.NoRoster;
        }
    }

    private async Task<string> HandOnAsync(Approval approval, Person by, Person to, ChannelAccount account, string? note, CancellationToken ct)
    {
        if (to == by)
            return TakeBack(approval, by);
        if (await WhyNotToAsync(approval, to, ct) is { } refusal)
            return refusal;
        approval.HandOn(by, to, clock.GetUtcNow());
        audit.By(by, approval.TenantId, approval.SubjectId, "handed on", note is null ? $"to {to.Name}" : $"to {to.Name}: {note}");
        jobs.Post(RoomBook.Read(approval.Room) with { ActivityId = approval.PostId }, HandoverTexts.Notice(approval, by, account, note));
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        return HandoverTexts.HandedOn(approval, to);
    }

    private async Task<string?> WhyNotToAsync(Approval approval, Person to, CancellationToken ct) =>
        to == approval.Asker ? HandoverTexts.ToTheAsker(approval)
        : !(await roles.RolesOfAsync(to, ct)).Has(approval.Role) ? HandoverTexts.RoleMissing(approval, to)
        : approval.HasApproved(to) ? HandoverTexts.HasApproved(approval, to)
        : approval.HandoverOf(to) is { } on ? HandoverTexts.HandedOnBefore(approval, on)
        : null;

    private string TakeBack(Approval approval, Person by)
    {
        if (approval.HandoverOf(by) is not { } handover)
            return HandoverTexts.NothingHandedOn(approval);
        if (approval.HasApprovedFor(by) is { } decided)
            return HandoverTexts.DecidedMeanwhile(approval, decided);
        approval.TakeBack(by);
        audit.By(by, approval.TenantId, approval.SubjectId, "taken back", $"from {handover.ToName}");
        jobs.Add(ShowApprovalJob.JobKind, approval.TenantId, approval.SubjectId);
        return HandoverTexts.TakenBack(approval);
    }
}
