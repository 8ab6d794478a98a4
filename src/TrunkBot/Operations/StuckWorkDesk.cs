using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Languages;

namespace TrunkBot.Operations;

/// <summary>Lets an Admin have stuck work tried again, or say that it is not needed any more.</summary>
internal sealed class StuckWorkDesk(StuckWork work, AuditTrail audit, TimeProvider clock)
{
    public const string All = "all";

    public Task<string> TryAgainAsync(Person admin, string which, CancellationToken ct) => OfEachAsync(admin, which, found =>
    {
        found.ForEach(stuck => stuck.Job.TryAgain(clock.GetUtcNow()));
        Note(admin, "work tried again", found);
        return OperationsTexts.TriedAgain(found);
    }, ct);

    public Task<string> DismissAsync(Person admin, string which, CancellationToken ct) => OfEachAsync(admin, which, found =>
    {
        if (found.Find(stuck => !stuck.MayBeDismissed) is { } needed)
            return OperationsTexts.Needed(needed);
        found.ForEach(stuck => stuck.Job.Finish());
        Note(admin, "work dismissed", found);
        return OperationsTexts.Dismissed(found);
    }, ct);

    private async Task<string> OfEachAsync(Person admin, string which, Func<List<StuckJob>, string> act, CancellationToken ct)
    {
        var all = await work.FindAsync(admin.TenantId, StuckWork.MostLookedAt, ct);
        var meant = all.Where(stuck => which.Equals(All, StringComparison.OrdinalIgnoreCase) || stuck.Id.Equals(which, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant.Count > 0 ? act(meant) : all.Count == 0 ? OperationsTexts.NothingIsStuck : OperationsTexts.NoSuchWork;
    }

    private void Note(Person admin, string act, IReadOnlyList<StuckJob> found) =>
        audit.By(admin, admin.TenantId, AuditTrail.Settings, act, Reader.Unknown.Say(() => OperationsTexts.Several(found)));
}
