using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals;
using TrunkBot.Policies;
using TrunkBot.Presets;
using TrunkBot.Storage;

namespace TrunkBot.Trunks;

/// <summary>What the rules say of a request: gathers the facts and asks.</summary>
internal sealed class TrunkPolicy(TrunkBotDbContext db, PolicyBook book, PresetCatalog presets)
{
    // More than this in a day is over every limit that makes sense, and the newest are found by an index.
    private const int MostLookedAt = 1000;

    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    /// <summary>The verdict as of this moment: the submit's, also when it is asked for again later.</summary>
    public async Task<Verdict> JudgeAsync(TrunkRequest request, TrunkSpec spec, DateTimeOffset at, CancellationToken ct)
    {
        var (requests, numbers) = book.LooksAtTheDay ? await BeforeAsync(request, at, ct) : (0, 0);
        var host = spec.Domain.Split(':')[0].ToLowerInvariant();
        return book.Judge(new PolicyQuestion(
            spec.Direction, host, !presets.ForHost(host).IsCustom, [.. spec.Numbers.Distinct().Select(NumberPlan.FactOf)], requests, numbers));
    }

    private async Task<(int Requests, int Numbers)> BeforeAsync(TrunkRequest request, DateTimeOffset at, CancellationToken ct)
    {
        var own = await db.Requests.AsNoTracking()
            .Where(other => other.TenantId == request.TenantId && other.AskerId == request.AskerId && other.Number != request.Number)
            .OrderByDescending(other => other.Number)
            .Take(MostLookedAt)
            .Where(other => other.State != RequestState.Draft)
            .ToListAsync(ct);
        var ids = own.ToDictionary(other => other.Id.ToString());
        var (named, since) = (ids.Keys.ToList(), at - s_day);
        var asked = await db.Approvals.AsNoTracking()
            .Where(approval => named.Contains(approval.SubjectId) && approval.AskedAt > since && approval.AskedAt <= at)
            .Select(approval => approval.SubjectId)
            .ToListAsync(ct);
        return (asked.Count, asked.Sum(id => TrunkFacts.SpecOf(ids[id]).Numbers.Count));
    }
}
