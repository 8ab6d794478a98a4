using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Audit.Retention;

/// <summary>Has the entries of requests removed that ended long ago.</summary>
internal sealed class AuditRetention(
    TrunkBotDbContext db, AuditRemoval removal, IEnumerable<IAuditedRows> rooms, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditRetention> log) : IHousekeeping
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
            if (finished.Count == 0)
                continue;
            if (!await removal.TryRemoveAsync(finished, ct))
                return;
            log.Removed(finished.Count);
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
}
