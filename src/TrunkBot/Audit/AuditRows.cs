using System.Data.Common;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit;

/// <summary>How chains are read and grow.</summary>
internal static class AuditRows
{
    public const string IsNotSealed = """
        "SealedSequence" < "Sequence"
        """;

    public const string Last = """SELECT "Sequence", "Hash" FROM "AuditHeads" WHERE "TenantId" = $1 AND "Subject" = $2""";

    public static AuditLink Link(DbDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1));

    /// <summary>Moves the head to the new last entry; for one of two writers only.</summary>
    public static RowWrite Move(AuditLink from, AuditEntry to) => from.Sequence == 0
        ? new(
            """INSERT INTO "AuditHeads" ("TenantId", "Subject", "Sequence", "Hash", "LastAt", "SealedSequence") VALUES ($1, $2, $3, $4, $5, 0)""",
            to.TenantId, to.Subject, to.Sequence, to.Hash, to.At.ToUnixTimeMilliseconds())
        : new(
            """
            UPDATE "AuditHeads" SET "Sequence" = $1, "Hash" = $2, "LastAt" = $3
            WHERE "TenantId" = $4 AND "Subject" = $5 AND "Sequence" = $6
            """,
            to.Sequence, to.Hash, to.At.ToUnixTimeMilliseconds(), to.TenantId, to.Subject, from.Sequence);

    public const string NotSealed = $"""
        SELECT "TenantId", "Subject", "Sequence", "Hash" FROM "AuditHeads" WHERE {IsNotSealed} ORDER BY "Sequence" LIMIT $1
        """;

    public static (string TenantId, string Subject, long Sequence, byte[] Hash) Seal(DbDataReader row) =>
        (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));

    public static RowWrite Insert(AuditCheckpoint checkpoint) => new(
        """INSERT INTO "AuditCheckpoints" ("Number", "At", "PreviousHash", "Hash") VALUES ($1, $2, $3, $4)""",
        checkpoint.Number, checkpoint.At.ToUnixTimeMilliseconds(), checkpoint.PreviousHash, checkpoint.Hash);

    public static RowWrite Insert(AuditSeal seal) => new(
        """INSERT INTO "AuditSeals" ("Checkpoint", "TenantId", "Subject", "Sequence", "Hash") VALUES ($1, $2, $3, $4, $5)""",
        seal.Checkpoint, seal.TenantId, seal.Subject, seal.Sequence, seal.Hash);

    /// <summary>Notes on the head how far it is sealed; a turn that makes the chain grow at this moment is not disturbed.</summary>
    public static RowWrite Mark(AuditSeal seal) => new(
        """UPDATE "AuditHeads" SET "SealedSequence" = $1 WHERE "TenantId" = $2 AND "Subject" = $3 AND "SealedSequence" < $1""",
        seal.Sequence, seal.TenantId, seal.Subject);

    /// <summary>Notes on the head that its entries were removed, as long as it is sealed and nothing was added.</summary>
    public static RowWrite Remove(AuditHead head, DateTimeOffset at, byte[] removal) => new(
        """
        UPDATE "AuditHeads" SET "RemovedAt" = $1, "Removal" = $2
        WHERE "TenantId" = $3 AND "Subject" = $4 AND "Sequence" = $5 AND "SealedSequence" = $5
        """,
        at.ToUnixTimeMilliseconds(), removal, head.TenantId, head.Subject, head.Sequence);

    public static RowWrite Delete(AuditHead head, long sequence) => new(
        """DELETE FROM "Audit" WHERE "TenantId" = $1 AND "Subject" = $2 AND "Sequence" = $3""", head.TenantId, head.Subject, sequence);
}
