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
}
