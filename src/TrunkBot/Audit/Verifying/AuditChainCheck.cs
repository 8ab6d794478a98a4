using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Audit.Verifying;

/// <summary>Looks through one chain: its entries, its head, and the row that it tells of.</summary>
internal sealed class AuditChainCheck(TrunkBotDbContext db, AuditKey key, IEnumerable<IAuditedRows> rooms)
{
    // Others may write between two of our questions; what is truly wrong stays so.
    private const int Looks = 3;

    /// <summary>The first thing that is wrong, as the end of a sentence; null when all is well.</summary>
    public async Task<string?> FlawOfAsync(AuditedName chain, CancellationToken ct)
    {
        string? flaw = null;
        for (var look = 0; look < Looks; look++)
            if ((flaw = await LookAsync(chain, ct)) is null)
                return null;
        return flaw;
    }

    /// <summary>Whether the row is as its last entry says, and nobody without the key has written either.</summary>
    public async Task<bool> IsTrueAsync(AuditedName chain, CancellationToken ct) =>
        await EntriesOf(chain).OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(ct) is { } last
        && key.Fits(last)
        && await RowFlawAsync(chain, last, ct) is null;

    private async Task<string?> LookAsync(AuditedName chain, CancellationToken ct)
    {
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.TenantId == chain.TenantId && h.Subject == chain.Subject, ct);
        if (head is null)
            return AuditTexts.NoHead;
        if (head.RemovedAt is not null)
            return key.IsRemoved(head) ? null : AuditTexts.NotRemovedByUs;
        var entries = await EntriesOf(chain).OrderBy(entry => entry.Sequence).ToListAsync(ct);
        return LinkFlaw(entries) ?? HeadFlaw(entries, head) ?? await RowFlawAsync(chain, entries[^1], ct);
    }

    private string? LinkFlaw(List<AuditEntry> entries)
    {
        var previous = AuditLink.None;
        foreach (var entry in entries)
        {
            if (entry.Sequence != previous.Sequence + 1)
                return AuditTexts.Missing(previous.Sequence + 1);
            if (!key.Fits(entry) || !(entry.PreviousHash ?? []).AsSpan().SequenceEqual(previous.Hash))
                return AuditTexts.Changed(entry);
            previous = new AuditLink(entry.Sequence, entry.Hash);
        }

        return null;
    }

    private static string? HeadFlaw(List<AuditEntry> entries, AuditHead head) =>
        entries.Count < head.Sequence ? AuditTexts.CutOff(entries.Count, head.Sequence)
        : entries.Count > head.Sequence || !entries[^1].Hash.AsSpan().SequenceEqual(head.Hash) ? AuditTexts.HeadChanged(entries.Count)
        : null;

    private async Task<string?> RowFlawAsync(AuditedName chain, AuditEntry last, CancellationToken ct)
    {
        if (rooms.SingleOrDefault(room => room.Owns(chain.Subject)) is not { } room)
            return null;
        if (await room.FindAsync(db, chain.TenantId, chain.Subject, ct) is not { } row)
            return last.RowDigest is null ? null : AuditTexts.NoRow;
        if (last.RowDigest is null || !key.Fits(row, last.RowDigest))
            return AuditTexts.RowChanged(last);
        return await room.FlawOfAsync(db, chain.TenantId, chain.Subject, ct);
    }

    private IQueryable<AuditEntry> EntriesOf(AuditedName chain) =>
        db.Audit.AsNoTracking().Where(entry => entry.TenantId == chain.TenantId && entry.Subject == chain.Subject);
}
