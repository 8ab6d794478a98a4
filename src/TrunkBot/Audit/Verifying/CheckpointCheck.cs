using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Audit.Verifying;

/// <summary>Looks through the checkpoints, and whether the chains are still as they were sealed.</summary>
internal sealed class CheckpointCheck(TrunkBotDbContext db, AuditKey key)
{
    private const int MostNamed = 100;

    /// <returns>The last checkpoint, to compare with the log; null when there is none.</returns>
    public async Task<AuditCheckpoint?> VerifyAsync(List<AuditFlaw> flaws, CancellationToken ct)
    {
        AuditCheckpoint? last = null;
        // One after the other: not every back end reads two tables over one connection at the same time.
        foreach (var checkpoint in await db.AuditCheckpoints.AsNoTracking().OrderBy(c => c.Number).ToListAsync(ct))
        {
            if (checkpoint.Number != (last?.Number ?? 0) + 1)
                flaws.Add(new AuditFlaw(null, AuditTexts.CheckpointMissing((last?.Number ?? 0) + 1)));
            else if (!(checkpoint.PreviousHash ?? []).AsSpan().SequenceEqual(last?.Hash) || !await FitsAsync(checkpoint, ct))
                flaws.Add(new AuditFlaw(null, AuditTexts.CheckpointChanged(checkpoint)));
            last = checkpoint;
        }

        flaws.AddRange(await BrokenSealsAsync(ct));
        flaws.AddRange(await LostSealsAsync(last?.Number ?? 0, ct));
        return last;
    }

    private async Task<bool> FitsAsync(AuditCheckpoint checkpoint, CancellationToken ct) =>
        key.Fits(checkpoint, await db.AuditSeals.AsNoTracking().Where(seal => seal.Checkpoint == checkpoint.Number).ToListAsync(ct));

    // Each sealed entry is still there under its hash, unless its whole chain was removed in time.
    private async Task<IEnumerable<AuditFlaw>> BrokenSealsAsync(CancellationToken ct)
    {
        var (entries, heads) = (db.Audit, db.AuditHeads);
        var broken = await db.AuditSeals.AsNoTracking()
            .Where(seal => !heads.Any(h => h.TenantId == seal.TenantId && h.Subject == seal.Subject && h.Sequence >= seal.Sequence && h.RemovedAt != null)
                && !entries.Any(e => e.TenantId == seal.TenantId && e.Subject == seal.Subject && e.Sequence == seal.Sequence && e.Hash == seal.Hash))
            .OrderBy(seal => seal.Checkpoint)
            .Take(MostNamed)
            .ToListAsync(ct);
        return broken.Select(seal => new AuditFlaw(new AuditedName(seal.TenantId, seal.Subject), AuditTexts.SealBroken(seal)));
    }

    // A head or a seal that speaks of a checkpoint which is not there: the newest ones were cut off.
    private async Task<IEnumerable<AuditFlaw>> LostSealsAsync(long last, CancellationToken ct)
    {
        var seals = db.AuditSeals;
        var isCut = await seals.AnyAsync(seal => seal.Checkpoint > last, ct)
            || await db.AuditHeads.AnyAsync(
                head => head.SealedSequence > 0
                    && !seals.Any(s => s.TenantId == head.TenantId && s.Subject == head.Subject && s.Sequence == head.SealedSequence), ct);
        return isCut ? [new AuditFlaw(null, AuditTexts.CheckpointMissing(last + 1))] : [];
    }
}
