using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Policies;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Who would have to approve, or why nobody could: said before anything is submitted.</summary>
internal sealed class WhoApproves(TrunkFieldRules rules, TrunkPolicy policy, RoomBook rooms, TimeProvider clock)
{
    /// <summary>For these fields; null while there is something to change in them first.</summary>
    public async Task<string?> OfAsync(Person asker, long number, TrunkFields fields, CancellationToken ct) => rules.Review(fields, null).Spec is { } spec
        ? await SayAsync(await policy.JudgeAsync(asker, number, spec, clock.GetUtcNow(), ct), asker.TenantId, ct)
        : null;

    public async Task<string> SayAsync(Verdict verdict, string tenantId, CancellationToken ct) =>
        verdict.IsRefused ? TrunkTexts.AgainstARule(verdict)
        : await rooms.FindAsync(tenantId, ct) is null ? TrunkTexts.NoRoom
        : TrunkTexts.WhoWillApprove(verdict);
}
