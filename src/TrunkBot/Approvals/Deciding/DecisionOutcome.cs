using TrunkBot.Access;

namespace TrunkBot.Approvals.Deciding;

/// <summary>What came of a decision.</summary>
internal abstract record DecisionOutcome;

/// <summary>It counts; the approval says whether it was enough.</summary>
internal sealed record Decided(Approval Approval) : DecisionOutcome;

/// <summary>The person may not; nothing was changed.</summary>
internal sealed record NotDecided(Hindrance Why) : DecisionOutcome;

/// <summary>There is more to see than this person has seen; nothing was decided.</summary>
internal sealed record LookAgain(Approval Approval) : DecisionOutcome;

/// <summary>A no without a why: the asker would not know what to change. Nothing was decided.</summary>
internal sealed record ReasonMissing(Approval Approval) : DecisionOutcome;

/// <summary>Whether those who approved before still have the role could not be found out now. Nothing was decided.</summary>
internal sealed record NobodyCanTell(Approval Approval, IReadOnlySet<string> Silent) : DecisionOutcome;
