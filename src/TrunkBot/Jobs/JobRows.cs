using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>How a worker takes work.</summary>
internal static class JobRows
{
    /// <summary>Touches the row for one worker only.</summary>
    public static RowWrite Lease(Guid id, string worker, DateTimeOffset now, DateTimeOffset until) => new(
        """
        UPDATE "Jobs" SET "LeasedUntil" = $1, "LeasedBy" = $2, "Attempts" = "Attempts" + 1, "Version" = "Version" + 1
        WHERE "Id" = $3 AND "State" = $4 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $5)
        """,
        until.ToUnixTimeMilliseconds(), worker, id, (int)JobState.Waiting, now.ToUnixTimeMilliseconds());
}
