using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit.Retention;

/// <summary>Removes entries, whole chains at a time, and leaves their sealed heads.</summary>
internal sealed class AuditRemoval(Commit commit, AuditKey key, TimeProvider clock)
{
    // An entry that is missing already stops the removal of its chain: that is for a person to look at.
    public Task<bool> TryRemoveAsync(List<AuditHead> heads, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = heads.SelectMany(head => (List<Change>)[
            AuditRows.Remove(head, now, key.RemovalOf(head, now)),
            .. Enumerable.Range(1, (int)head.Sequence).Select(sequence => AuditRows.Delete(head, sequence))]);
        return commit.TrySaveAsync(UnitOfWork.Of([.. rows]), ct);
    }
}
