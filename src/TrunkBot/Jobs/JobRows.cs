using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>How a worker finds work and takes it.</summary>
internal static class JobRows
{
    public const string Due =
        """
        SELECT "Id" FROM "Jobs"
        WHERE "State" = $1 AND "DueAt" <= $2 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $2)
        ORDER BY "DueAt", "Id" LIMIT $3
        """;

    /// <summary>The values for <see cref="Due"/>.</summary>
    public static object?[] DueAt(DateTimeOffset now, int most) => [(int)JobState.Waiting, now.ToUnixTimeMilliseconds(), most];

    /// <summary>Touches the row for one worker only.</summary>
    public static RowWrite Lease(Guid id, string worker, DateTimeOffset now, DateTimeOffset until) => new(
        """
        UPDATE "Jobs" SET "LeasedUntil" = $1, "LeasedBy" = $2, "Attempts" = "Attempts" + 1, "Version" = "Version" + 1
        WHERE "Id" = $3 AND "State" = $4 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $5)
        """,
        until.ToUnixTimeMilliseconds(), worker, id, (int)JobState.Waiting, now.ToUnixTimeMilliseconds());
}
