using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals;
using TrunkBot.Policies;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Who would have to approve, or why nobody could: said before anything is submitted.</summary>
internal sealed class WhoApproves(TrunkFieldRules rules, TrunkPolicy policy, RoomBook rooms, RoleBook roles, TimeProvider clock)
{
    /// <summary>For these fields; null while there is something to change in them first.</summary>
    public Task<string?> OfAsync(Person asker, long number, TrunkFields fields, CancellationToken ct) => OfAsync(asker, number, rules.Review(fields, null), ct);

    /// <summary>The same where they were judged already, without a password.</summary>
    public async Task<string?> OfAsync(Person asker, long number, TrunkReview review, CancellationToken ct) => review.Spec is { } spec
        ? await SayAsync(await policy.JudgeAsync(asker, number, spec, clock.GetUtcNow(), ct), asker, ct)
        : null;

    public async Task<string> SayAsync(Verdict verdict, Person asker, CancellationToken ct) =>
        verdict.IsRefused ? TrunkTexts.AgainstARule(verdict)
        : await rooms.FindAsync(asker.TenantId, ct) is null ? TrunkTexts.NoRoom
        : Say(verdict, asker);

    /// <summary>The same where there is a room and nothing stands against it.</summary>
    public string Say(Verdict needs, Person asker) => roles.Others(needs.Role, asker) is { } others && others < needs.Approvers
        ? $"{TrunkTexts.WhoWillApprove(needs)} {ApprovalTexts.CannotBeReached(needs, others)}"
        : TrunkTexts.WhoWillApprove(needs);
}
