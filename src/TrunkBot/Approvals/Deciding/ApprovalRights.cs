using TrunkBot.Access;
using TrunkBot.Policies;

namespace TrunkBot.Approvals.Deciding;

/// <summary>What one person may do about one approval as things stand now.</summary>
internal sealed record ApprovalRights
{
    private ApprovalRights(Right all) => (Approve, Reject, Delegate, TakeBack, Push) = (all, all, all, all, all);

    /// <summary>Of what nobody was asked about.</summary>
    public static ApprovalRights OfNothing { get; } = new(new NoSuchApproval());

    public Right Approve { get; private init; }

    public Right Reject { get; private init; }

    /// <summary>Leave the decision to a colleague.</summary>
    public Right Delegate { get; private init; }

    /// <summary>Take back what was left to a colleague.</summary>
    public Right TakeBack { get; private init; }

    /// <summary>Let it through without the approvals that are missing.</summary>
    public Right Push { get; private init; }

    /// <param name="approval">What is asked; null when nothing is.</param>
    /// <param name="verdict">What the rules say of it now.</param>
    /// <param name="person">Who would do it.</param>
    /// <param name="roles">What they have.</param>
    /// <param name="now">Decides whether it has expired.</param>
    public static ApprovalRights Of(Approval? approval, Verdict verdict, Person person, RoleSet roles, DateTimeOffset now)
    {
        if (!roles.Has(Role.Approver) && !roles.Has(Role.Admin))
            return new(new RoleMissing(Role.Approver)) { Push = new RoleMissing(Role.Admin) };
        if (WhyClosed(approval, person, now) is { } closed)
            return new(closed) { Push = roles.Has(Role.Admin) ? closed : new RoleMissing(Role.Admin) };
        return new(Right.Given)
        {
            Approve = ToApprove(approval!, verdict, person, roles),
            // A no needs no quorum: everybody who may approve at all, or this, can say it.
            Reject = roles.Has(Role.Approver) || roles.Has(approval!.Role) ? Right.Given : new RoleMissing(Role.Approver),
            Delegate = ToDelegate(approval!, person, roles),
            TakeBack = ToTakeBack(approval!, person, roles),
            Push = !roles.Has(Role.Admin) ? new RoleMissing(Role.Admin) : verdict.IsRefused ? new AgainstARule(approval!, verdict) : Right.Given,
        };
    }

    /// <summary>Why this person has nothing to decide here, whatever their roles and whatever they would say.</summary>
    private static Hindrance? WhyClosed(Approval? approval, Person person, DateTimeOffset now) =>
        approval is null || approval.TenantId != person.TenantId ? new NoSuchApproval()
        : approval.Asker == person ? new OwnRequest(approval)
        : approval.State is not ApprovalState.Open || approval.ExpiresAt <= now ? new TooLate(approval)
        : null;

    private static Right ToApprove(Approval approval, Verdict verdict, Person person, RoleSet roles) =>
        verdict.IsRefused ? new AgainstARule(approval, verdict)
        : approval.Needs.And(verdict) is var needs && !roles.Has(needs.Role) ? new RoleMissing([needs.Role], needs.Why)
        : approval.HasApproved(person) ? new ApprovedBefore(approval)
        : approval.HandoverOf(person) is { } handover ? new LeftToAnother(approval, handover)
        : Right.Given;

    private static Right ToDelegate(Approval approval, Person person, RoleSet roles) =>
        !roles.Has(approval.Role) ? new RoleMissing([approval.Role], approval.Why)
        : approval.HasApproved(person) ? new NothingLeft(approval)
        : approval.HandoverOf(person) is not null && approval.HasApprovedFor(person) is { } decision ? new DecidedMeanwhile(approval, decision)
        : Right.Given;

    private static Right ToTakeBack(Approval approval, Person person, RoleSet roles) =>
        !roles.Has(approval.Role) ? new RoleMissing([approval.Role], approval.Why)
        : approval.HandoverOf(person) is null ? new NothingHandedOn(approval)
        : approval.HasApprovedFor(person) is { } decision ? new DecidedMeanwhile(approval, decision)
        : Right.Given;
}
