using TrunkBot.Access;
using TrunkBot.Policies;

namespace TrunkBot.Approvals;

/// <summary>What came of a decision.</summary>
internal abstract record DecisionOutcome;

/// <summary>It counts; the approval says whether it was enough.</summary>
internal sealed record Decided(Approval Approval) : DecisionOutcome;

/// <summary>The same person has approved this already; nothing was changed.</summary>
internal sealed record ApprovedBefore(Approval Approval) : DecisionOutcome;

/// <summary>The person has left it to somebody else; nothing was changed.</summary>
internal sealed record LeftToAnother(Approval Approval, Handover Handover) : DecisionOutcome;

/// <summary>There is more to see than this person has seen; nothing was decided.</summary>
internal sealed record LookAgain(Approval Approval) : DecisionOutcome;

/// <summary>A no without a why: the asker would not know what to change. Nothing was decided.</summary>
internal sealed record ReasonMissing(Approval Approval) : DecisionOutcome;

/// <summary>Whether those who approved before still have the role could not be found out now. Nothing was decided.</summary>
internal sealed record NobodyCanTell(Approval Approval) : DecisionOutcome;

internal sealed record TooLate(Approval Approval) : DecisionOutcome;

internal sealed record OwnRequest(Approval Approval) : DecisionOutcome;

/// <summary>The rules have become stricter since it was asked, and nobody can approve it.</summary>
internal sealed record AgainstARule(Approval Approval, Verdict Verdict) : DecisionOutcome;

/// <summary>The person lacks this role, which these rules ask for.</summary>
internal sealed record NotAnApprover(Role Missing, IReadOnlyList<string> Why) : DecisionOutcome;

internal sealed record NoSuchApproval : DecisionOutcome;
