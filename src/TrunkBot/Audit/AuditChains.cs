using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit;

/// <summary>Makes the new entries of a save the next links of their chains. A row that changes without an entry is not saved.</summary>
internal sealed class AuditChains(IBackEnd backEnd, AuditKey key, IEnumerable<IAuditedRows> rooms) : IBeforeSave
{
    public async Task<LateRows> PrepareAsync(TrunkBotDbContext db, CancellationToken ct)
    {
        var chains = NewEntries(db).OrderBy(entry => entry.Order).ToLookup(entry => (entry.TenantId, entry.Subject));
        var changing = rooms.SelectMany(room => room.Changing(db)).ToDictionary(row => (row.TenantId, row.Subject));
        if (changing.Keys.FirstOrDefault(row => !chains.Contains(row)) is { Subject: { } silent })
            throw new InvalidOperationException($"{silent} was changed without an audit entry.");
        List<Change> moves = [];
        var basis = "";
        foreach (var chain in chains)
        {
            // The head comes first: whoever changes the row after it was read moves the head too, and this save is lost.
            var head = await backEnd.ReadAsync(AuditRows.Last, AuditRows.Link, ct, chain.Key.TenantId, chain.Key.Subject) ?? AuditLink.None;
            var row = changing.GetValueOrDefault(chain.Key) ?? await StoredAsync(db, chain.Key.TenantId, chain.Key.Subject, ct);
            moves.Add(AuditRows.Move(head, Append(chain, head, row)));
            basis += $"{chain.Key} {head.Sequence};";
        }

        return new LateRows(moves, basis);
    }

    private static IEnumerable<AuditEntry> NewEntries(TrunkBotDbContext db) =>
        db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

    private AuditEntry Append(IEnumerable<AuditEntry> entries, AuditLink head, AuditedRow? row)
    {
        AuditEntry last = null!;
        foreach (var entry in entries)
        {
            entry.Chain(head, row, key);
            head = new AuditLink(entry.Sequence, entry.Hash);
            last = entry;
        }

        return last;
    }

    private async Task<AuditedRow?> StoredAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct) =>
        rooms.SingleOrDefault(room => room.Owns(subject)) is { } room ? await room.FindAsync(db, tenantId, subject, ct) : null;
}
