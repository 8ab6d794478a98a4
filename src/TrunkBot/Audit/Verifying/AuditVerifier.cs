using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Audit.Verifying;

/// <summary>Looks through all chains and checkpoints, and names the first thing that is wrong with each.</summary>
internal sealed class AuditVerifier(TrunkBotDbContext db, AuditChainCheck chains, CheckpointCheck checkpoints, IEnumerable<IAuditedRows> rooms)
{
    private const int Page = 500, MostNamed = 100;

    public async Task<AuditReport> VerifyAsync(CancellationToken ct)
    {
        var flaws = new List<AuditFlaw>();
        var count = 0;
        for (var last = new AuditedName("", ""); await PageAsync(last, ct) is { Count: > 0 } page; last = page[^1], count += page.Count)
            foreach (var name in page)
                if (await chains.FlawOfAsync(name, ct) is { } flaw)
                    flaws.Add(new AuditFlaw(name, flaw));
        flaws.AddRange(await WithoutHeadAsync(ct));
        foreach (var room in rooms)
            flaws.AddRange((await room.WithoutChainAsync(db, MostNamed, ct)).Select(name => new AuditFlaw(name, AuditTexts.NoEntries)));
        var lastCheckpoint = await checkpoints.VerifyAsync(flaws, ct);
        return new AuditReport(count, lastCheckpoint, [.. flaws.DistinctBy(flaw => flaw.Chain is { } chain ? chain.ToString() : flaw.What)]);
    }

#pragma warning disable CA1309 // the database compares, in the same way in which it sorts
    private Task<List<AuditedName>> PageAsync(AuditedName after, CancellationToken ct) => db.AuditHeads.AsNoTracking()
        .Where(head => string.Compare(head.TenantId, after.TenantId) > 0
            || (head.TenantId == after.TenantId && string.Compare(head.Subject, after.Subject) > 0))
        .OrderBy(head => head.TenantId).ThenBy(head => head.Subject)
        .Take(Page)
        .Select(head => new AuditedName(head.TenantId, head.Subject))
        .ToListAsync(ct);
#pragma warning restore CA1309

    private async Task<IEnumerable<AuditFlaw>> WithoutHeadAsync(CancellationToken ct)
    {
        var heads = db.AuditHeads;
        var names = await db.Audit.AsNoTracking()
            .Where(entry => !heads.Any(head => head.TenantId == entry.TenantId && head.Subject == entry.Subject))
            .Select(entry => new { entry.TenantId, entry.Subject })
            .Distinct()
            .OrderBy(name => name.TenantId).ThenBy(name => name.Subject)
            .Take(MostNamed)
            .ToListAsync(ct);
        return names.Select(name => new AuditFlaw(new AuditedName(name.TenantId, name.Subject), AuditTexts.NoHead));
    }
}

/// <summary>What is wrong with a chain, or with the checkpoints where no chain is named.</summary>
internal sealed record AuditFlaw(AuditedName? Chain, string What);

/// <summary>What was looked at, and what is wrong.</summary>
internal sealed record AuditReport(int Chains, AuditCheckpoint? LastCheckpoint, IReadOnlyList<AuditFlaw> Flaws);
