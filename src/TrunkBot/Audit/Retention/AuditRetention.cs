using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit;

/// <summary>Removes the entries of requests that ended long ago, whole chains at a time, and leaves their sealed heads.</summary>
internal sealed class AuditRetention(
    TrunkBotDbContext db, Commit commit, AuditKey key, IEnumerable<IAuditedRows> rooms, IOptions<AuditOptions> options, TimeProvider clock,
    ILogger<AuditRetention> log) : IHousekeeping
{
    private const int AtOnce = 100;

    public async Task CleanAsync(CancellationToken ct)
    {
        // What is no longer to be kept, but not finished either, is passed over.
        for (var passed = 0; ;)
        {
            var heads = await OldAsync(passed, ct);
            if (heads.Count == 0)
                return;
            var finished = new List<AuditHead>();
            foreach (var head in heads)
                if (await IsFinishedAsync(head, ct))
                    finished.Add(head);
            passed += heads.Count - finished.Count;
            if (finished.Count > 0 && !await RemoveAsync(finished, ct))
                return;
        }
    }

    private Task<List<AuditHead>> OldAsync(int passed, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - options.Value.KeepFor;
        return db.AuditHeads.AsNoTracking()
            .Where(head => head.RemovedAt == null && head.LastAt < oldest && head.SealedSequence == head.Sequence)
            .OrderBy(head => head.LastAt).ThenBy(head => head.Subject)
            .Skip(passed)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    private async Task<bool> IsFinishedAsync(AuditHead head, CancellationToken ct) =>
        rooms.SingleOrDefault(room => room.Owns(head.Subject)) is { } room
        && await room.FindAsync(db, head.TenantId, head.Subject, ct) is { IsFinished: true };

    // An entry that is missing already stops the removal of its chain: that is for a person to look at.
    private async Task<bool> RemoveAsync(List<AuditHead> heads, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = heads.SelectMany(head => (List<Change>)[
            AuditRows.Remove(head, now, key.RemovalOf(head, now)),
            .. Enumerable.Range(1, (int)head.Sequence).Select(sequence => AuditRows.Delete(head, sequence))]);
        if (!await commit.TrySaveAsync(UnitOfWork.Of([.. rows]), ct))
            return false;
        log.Removed(heads.Count);
        return true;
    }
}
