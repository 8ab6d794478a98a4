using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>Work as rows: how it is stored beside other rows, and how a worker takes it.</summary>
internal static class JobRows
{
    public static RowWrite Insert(string kind, string tenantId, string payload, DateTimeOffset dueAt) => new(
        """
        INSERT INTO "Jobs" ("Id", "Kind", "TenantId", "Payload", "State", "DueAt", "Attempts", "Version")
        VALUES ($1, $2, $3, $4, $5, $6, 0, 1)
        """,
        Guid.CreateVersion7(), kind, tenantId, payload, (int)JobState.Waiting, dueAt.ToUnixTimeMilliseconds());

    /// <summary>Touches the row for one worker only.</summary>
    public static RowWrite Lease(Guid id, string worker, DateTimeOffset now, DateTimeOffset until) => new(
        """
        UPDATE "Jobs" SET "LeasedUntil" = $1, "LeasedBy" = $2, "Attempts" = "Attempts" + 1, "Version" = "Version" + 1
        WHERE "Id" = $3 AND "State" = $4 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $5)
        """,
        until.ToUnixTimeMilliseconds(), worker, id, (int)JobState.Waiting, now.ToUnixTimeMilliseconds());
}
