using System.Data.Common;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit;

/// <summary>How chains are read and grow.</summary>
internal static class AuditRows
{
    public static readonly Statement Last = Statement.Select<AuditHead>(nameof(AuditHead.Sequence), nameof(AuditHead.Hash))
        .Where(nameof(AuditHead.TenantId), nameof(AuditHead.Subject));

    public static readonly Statement NotSealed =
        Statement.Select<AuditHead>(nameof(AuditHead.TenantId), nameof(AuditHead.Subject), nameof(AuditHead.Sequence), nameof(AuditHead.Hash))
            .WhereBelowOther(nameof(AuditHead.SealedSequence), nameof(AuditHead.Sequence)).OrderBy(nameof(AuditHead.Sequence)).Limit();

    private static readonly Statement s_move = Statement.Update<AuditHead>()
        .Set(nameof(AuditHead.Sequence), nameof(AuditHead.Hash), nameof(AuditHead.LastAt))
        .Where(nameof(AuditHead.TenantId), nameof(AuditHead.Subject), nameof(AuditHead.Sequence));

    private static readonly Statement s_mark = Statement.Update<AuditHead>().Set(nameof(AuditHead.SealedSequence))
        .Where(nameof(AuditHead.TenantId), nameof(AuditHead.Subject)).WhereBelow(nameof(AuditHead.SealedSequence));

    private static readonly Statement s_remove = Statement.Update<AuditHead>().Set(nameof(AuditHead.RemovedAt), nameof(AuditHead.Removal))
        .Where(nameof(AuditHead.TenantId), nameof(AuditHead.Subject), nameof(AuditHead.Sequence), nameof(AuditHead.SealedSequence));

    private static readonly Statement s_delete =
        Statement.Delete<AuditEntry>().Where(nameof(AuditEntry.TenantId), nameof(AuditEntry.Subject), nameof(AuditEntry.Sequence));

    public static AuditLink Link(DbDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1));

    public static (string TenantId, string Subject, long Sequence, byte[] Hash) Seal(DbDataReader row) =>
        (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));

    /// <summary>Moves the head to the new last entry; for one of two writers only.</summary>
    public static Change Move(AuditLink from, AuditEntry to) => from.Sequence == 0
        ? Change.Insert(new AuditHead
        {
            TenantId = to.TenantId,
            Subject = to.Subject,
            Sequence = to.Sequence,
            Hash = to.Hash,
            LastAt = to.At,
            SealedSequence = 0,
        })
        : Change.By(s_move, to.Sequence, to.Hash, to.At, to.TenantId, to.Subject, from.Sequence);

    /// <summary>Notes on the head how far it is sealed; a turn that makes the chain grow at this moment is not disturbed.</summary>
    public static Change Mark(AuditSeal seal) => Change.By(s_mark, seal.Sequence, seal.TenantId, seal.Subject, seal.Sequence);

    /// <summary>Notes on the head that its entries were removed, as long as it is sealed and nothing was added.</summary>
    public static Change Remove(AuditHead head, DateTimeOffset at, byte[] removal) =>
        Change.By(s_remove, at, removal, head.TenantId, head.Subject, head.Sequence, head.Sequence);

    public static Change Delete(AuditHead head, long sequence) => Change.By(s_delete, head.TenantId, head.Subject, sequence);
}
