using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Policies;

namespace TrunkBot.Tests.Approvals;

/// <summary>How approvals are counted: which of them count, and when there are enough.</summary>
public sealed class QuorumTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person s_riya = new("tenant", "riya", "Riya"), s_omar = new("tenant", "omar", "Omar"), s_mei = new("tenant", "mei", "Mei");

    [Fact]
    public void Two_are_asked_for_and_two_have_to_say_yes()
    {
        var approval = Asked(Verdict.Asks(2, Role.Approver, "rule: two"));
        approval.Decide(s_omar, Role.Approver, approved: true, null, s_now);
        Assert.Equal((ApprovalState.Open, false), (approval.State, approval.IsGranted));
        approval.Decide(s_mei, Role.Approver, approved: true, null, s_now);
        Assert.Equal((ApprovalState.Granted, true), (approval.State, approval.IsGranted));
    }

    [Fact]
    public void One_no_ends_it_whoever_has_said_yes()
    {
        var approval = Asked(Verdict.Asks(2, Role.Approver, "rule: two"));
        approval.Decide(s_omar, Role.Approver, approved: true, null, s_now);
        approval.Decide(s_mei, Role.Approver, approved: false, "no", s_now);
        Assert.Equal((ApprovalState.Rejected, false), (approval.State, approval.IsGranted));
    }

    [Fact]
    public void Nobody_counts_twice_and_the_asker_not_at_all()
    {
        var approval = Asked(Verdict.Asks(2, Role.Approver, "rule: two"));
        approval.Decide(s_omar, Role.Approver, approved: true, null, s_now);
        Assert.Throws<InvalidOperationException>(() => approval.Decide(s_omar, Role.Approver, approved: true, null, s_now));
        Assert.Throws<InvalidOperationException>(() => approval.Decide(s_riya, Role.Admin, approved: true, null, s_now));
        Assert.Single(approval.Counted);
    }

    [Fact]
    public void A_yes_without_the_role_that_is_asked_for_by_now_does_not_count()
    {
        var approval = Asked(Verdict.Asks(2, Role.Approver, "rule: two"));
        approval.Decide(s_omar, Role.Approver, approved: true, null, s_now);
        approval.Tighten(Verdict.Asks(1, Role.Admin, "other: an Admin"));
        Assert.Equal((2, Role.Admin), (approval.Required, approval.Role));
        Assert.Equal(["rule: two", "other: an Admin"], approval.Why);
        Assert.Empty(approval.Counted);
    }

    [Fact]
    public void What_was_asked_for_once_is_not_taken_back()
    {
        var approval = Asked(Verdict.Asks(3, Role.Admin, "rule: three"));
        approval.Tighten(Verdict.OneApprover);
        Assert.Equal((3, Role.Admin, "rule: three"), (approval.Required, approval.Role, Assert.Single(approval.Why)));
    }

    [Fact]
    public void Of_two_verdicts_each_has_what_it_asked_for_and_a_refusal_wins()
    {
        var both = Verdict.Asks(2, Role.Approver, "two: two").And(Verdict.Asks(1, Role.Admin, "admin: one"));
        Assert.Equal((false, 2, Role.Admin), (both.IsRefused, both.Approvers, both.Role));
        var refused = Verdict.Refused("no: never").And(both);
        Assert.Equal((true, "no: never"), (refused.IsRefused, Assert.Single(refused.Why)));
        Assert.Equal(1, Verdict.Asks(0, Role.Approver, "none: nobody").Approvers);
        Assert.Equal(["three: three"], Verdict.Asks(2, Role.Approver, "two: two").And(Verdict.Asks(3, Role.Approver, "three: three")).Why);
    }

    private static Approval Asked(Verdict needs) => new(
        new ApprovalQuestion("TR-7", s_riya, "SIP trunk", [], [], [1], needs), "{}", s_now, s_now.AddDays(7));
}
