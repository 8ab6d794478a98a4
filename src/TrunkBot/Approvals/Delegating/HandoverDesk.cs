using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Delegating;

/// <summary>Lets an approver leave a decision to a colleague who may decide it too, and take it back.</summary>
internal sealed class HandoverDesk(DecisionDesk decisions, RoomPeople people, RoleBook roles, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    private const string Me = "me";

    /// <summary>Hands the decision on, or back when the colleague is oneself.</summary>
    /// <returns>What to say, and whether it was done; else nothing was changed.</returns>
    public async Task<(string Text, bool IsDone)> HandOnAsync(string subjectId, Person by, RoleSet mine, string whom, string? note, CancellationToken ct)
    {
        var (approval, _, rights) = await decisions.RightsAsync(subjectId, by, mine, ct);
        if (whom.TrimStart('@').Equals(Me, StringComparison.OrdinalIgnoreCase))
            return TakeBack(approval, rights, by, mine);
        if (rights.Delegate.Hindrance is { } why)
            return (ApprovalTexts.WhyNot(why, roles, mine), false);
        try
        {
            return await people.FindAsync(RoomBook.Read(approval!.Room), approval.TenantId, whom, ct) is not var (person, account) ? (HandoverTexts.NotInTheRoom(approval), false)
                : person == by ? TakeBack(approval, rights, by, mine)
                : await HandOnAsync(approval, by, person, account, note, ct);
        }
        catch (ConnectorException)
        {
            return (HandoverTexts.NoRoster, false);
        }
    }

    private async Task<(string Text, bool IsDone)> HandOnAsync(Approval approval, Person by, Person to, ChannelAccount account, string? note, CancellationToken ct)
    {
        if (await WhyNotToAsync(approval, to, ct) is { } refusal)
            return (refusal, false);
        approval.HandOn(by, to, clock.GetUtcNow());
        audit.By(by, approval.TenantId, approval.SubjectId, "handed on", note is null ? $"to {to.Name}" : $"to {to.Name}: {note}");
        jobs.Post(RoomBook.Read(approval.Room) with { ActivityId = approval.PostId }, () => HandoverTexts.Notice(approval, by, account, note));
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return (HandoverTexts.HandedOn(approval, to), true);
    }

    private async Task<string?> WhyNotToAsync(Approval approval, Person to, CancellationToken ct) =>
        to == approval.Asker ? HandoverTexts.ToTheAsker(approval)
        : await roles.RolesOfAsync(to, ct) is var theirs && !theirs.Has(approval.Role)
            ? theirs.Unreachable.Count > 0 ? HandoverTexts.CannotTell(approval, to, theirs.Unreachable) : HandoverTexts.RoleMissing(approval, to)
        : approval.HasApproved(to) ? HandoverTexts.HasApproved(approval, to)
        : approval.HandoverOf(to) is { } on ? HandoverTexts.HandedOnBefore(approval, on)
        : null;

    private (string Text, bool IsDone) TakeBack(Approval? asked, ApprovalRights rights, Person by, RoleSet mine)
    {
        if (rights.TakeBack.Hindrance is { } why)
            return (ApprovalTexts.WhyNot(why, roles, mine), false);
        var approval = asked!;
        var handover = approval.HandoverOf(by)!;
        approval.TakeBack(by);
        audit.By(by, approval.TenantId, approval.SubjectId, "taken back", $"from {handover.ToName}");
        jobs.Add(new ShowApproval(approval.SubjectId), approval.TenantId);
        return (HandoverTexts.TakenBack(approval), true);
    }
}
