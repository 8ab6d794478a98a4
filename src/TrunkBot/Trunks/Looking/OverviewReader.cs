using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals;
using TrunkBot.Presets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>Counts what a tenant has.</summary>
internal sealed class OverviewReader(TrunkBotDbContext db, PresetCatalog presets)
{
    public async Task<Overview> ReadAsync(string tenant, CancellationToken ct)
    {
        var trunks = await db.Trunks.AsNoTracking().Where(trunk => trunk.TenantId == tenant)
            .OrderByDescending(trunk => trunk.CreatedAt).Take(Overview.Most + 1)
            .Select(trunk => new { trunk.Domain, trunk.Direction }).ToListAsync(ct);
        var requests = await db.Requests.AsNoTracking().Where(request => request.TenantId == tenant && request.State != RequestState.Draft)
            .OrderByDescending(request => request.CreatedAt).ThenByDescending(request => request.Number).Take(Overview.Most + 1)
            .Select(request => new { request.Number, request.State }).ToListAsync(ct);
        var approved = requests.Where(request => WasApproved(request.State)).Take(ApprovalTimes.Most).Select(request => new RequestId(request.Number).ToString()).ToList();
        return new(
            Counted(trunks.Take(Overview.Most).Select(trunk => presets.ForHost(trunk.Domain).Called)),
            Counted(trunks.Take(Overview.Most).Select(trunk => trunk.Direction)),
            [.. requests.Take(Overview.Most).GroupBy(request => request.State).OrderBy(state => state.Key).Select(state => (state.Key, state.Count()))],
            new(await TimesAsync(approved, ct)),
            trunks.Count <= Overview.Most && requests.Count <= Overview.Most);
    }

    // A request that was pushed through, or taken back after its approval, says nothing of how long approvers take.
    private async Task<IReadOnlyList<TimeSpan>> TimesAsync(List<string> approved, CancellationToken ct)
    {
        if (approved.Count == 0)
            return [];
        var found = await db.Approvals.AsNoTracking().Where(approval => EF.MultipleParameters(approved).Contains(approval.SubjectId)).ToListAsync(ct);
        return
        [
            .. found.Where(approval => approval is { State: ApprovalState.Granted, IsPushed: false } && approval.Counted.Count > 0)
                .Select(approval => approval.Counted.Max(decision => decision.At) - approval.AskedAt),
        ];
    }

    private static bool WasApproved(RequestState state) => state is RequestState.Approved or RequestState.Provisioning or RequestState.OutcomeUnknown
        or RequestState.Created or RequestState.Failed;

    private static IReadOnlyList<Count> Counted(IEnumerable<string> values) =>
        [.. values.GroupBy(value => value).Select(group => new Count(group.Key, group.Count())).OrderByDescending(count => count.Number).ThenBy(count => count.What, StringComparer.Ordinal)];
}
