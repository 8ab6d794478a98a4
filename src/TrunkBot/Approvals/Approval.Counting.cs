using TrunkBot.Access;

namespace TrunkBot.Approvals;

/// <summary>Which of the approvals count, and whether they are enough.</summary>
internal sealed partial class Approval
{
    /// <summary>The approvals that count: of exactly what is asked now, each by somebody who had the role.</summary>
    public IReadOnlyList<Decision> Counted =>
        [.. Decisions.Where(decision => decision is { Approved: true, IsPush: false, IsLapsed: false } && decision.Role >= Role && IsOnThis(decision))];

    public bool HasQuorum => Counted.Count >= Required;

    /// <summary>Granted by enough approvals, whether or not each still counts.</summary>
    public bool IsDecidedFor => State is ApprovalState.Granted
        && (Standing.Any(decision => decision is { IsPush: true, Role: Role.Admin }) || Standing.Count(decision => !decision.IsPush && decision.Role >= Role) >= Required);

    /// <summary>Granted, and rightly so: the state alone is not believed.</summary>
    public bool IsGranted => State is ApprovalState.Granted && (HasQuorum || IsPushed);

    /// <summary>An Admin has let exactly this through without the approvals that were missing.</summary>
    public bool IsPushed => Decisions.Exists(decision => decision is { Approved: true, IsPush: true, IsLapsed: false, Role: Role.Admin } && IsOnThis(decision));

    /// <summary>Every yes to exactly what is asked now, whether or not it counts any more.</summary>
    public IReadOnlyList<Decision> Standing => [.. Decisions.Where(decision => decision.Approved && IsOnThis(decision))];

    /// <summary>What was approved and counts no longer, since who did it has lost the role.</summary>
    public IReadOnlyList<Decision> Lapsed => [.. Decisions.Where(decision => decision is { Approved: true, IsLapsed: true } && IsOnThis(decision))];

    /// <summary>Notes whether each who has approved still has the role.</summary>
    /// <returns>Those of whom something else is known now than before.</returns>
    public IReadOnlyList<Decision> Review(IReadOnlyDictionary<string, bool> stillHasIt)
    {
        var now = Decisions.ConvertAll(decision =>
            decision.Approved && IsOnThis(decision) && stillHasIt.TryGetValue(decision.PersonId, out var has) ? decision with { IsLapsed = !has } : decision);
        List<Decision> changed = [.. now.Where((decision, i) => decision.IsLapsed != Decisions[i].IsLapsed)];
        if (changed.Count == 0)
            return changed;
        Decisions = now;
        Touch();
        return changed;
    }

    /// <summary>Counts anew, after a review has given somebody's approval back.</summary>
    public void Recount()
    {
        Require(ApprovalState.Open);
        State = HasQuorum ? ApprovalState.Granted : ApprovalState.Open;
    }
}
