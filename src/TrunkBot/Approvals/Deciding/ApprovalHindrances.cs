using TrunkBot.Access;
using TrunkBot.Policies;

namespace TrunkBot.Approvals.Deciding;

/// <summary>There is nothing of that name to decide.</summary>
internal sealed record NoSuchApproval : Hindrance;

internal sealed record OwnRequest(Approval Approval) : Hindrance;

internal sealed record TooLate(Approval Approval) : Hindrance;

/// <summary>The rules have become stricter since it was asked, and nobody can approve it.</summary>
internal sealed record AgainstARule(Approval Approval, Verdict Verdict) : Hindrance;

/// <summary>The same person has approved this already.</summary>
internal sealed record ApprovedBefore(Approval Approval) : Hindrance;

/// <summary>The person has left it to somebody else.</summary>
internal sealed record LeftToAnother(Approval Approval, Handover Handover) : Hindrance;

/// <summary>The person has approved, so that there is no decision to hand on.</summary>
internal sealed record NothingLeft(Approval Approval) : Hindrance;

internal sealed record NothingHandedOn(Approval Approval) : Hindrance;

/// <summary>The colleague has decided already.</summary>
internal sealed record DecidedMeanwhile(Approval Approval, Decision Decision) : Hindrance;
