using TrunkBot.Protocol.Builder;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>The life of a reply as a job: stored with its turn, claimed, and marked, by one statement each.</summary>
internal static class ReplyRows
{
    // A reply is sent by the turn that made it; after this time the turn is taken for dead and a worker sends it.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    public static RowWrite Insert(OutgoingActivity reply, string? turnKey, DateTimeOffset now) => new(
        """
        INSERT INTO "Jobs" ("Id", "Kind", "Payload", "State", "DueAt", "Attempts", "TurnKey", "Version")
        VALUES ($1, $2, $3, $4, $5, 0, $6, 1)
        """,
        reply.Id, SendActivity.Kind, SendActivity.Write(reply), (int)JobState.Waiting, Number(now + s_grace), turnKey ?? "");

    /// <summary>Touches the row for one caller only. What may leave once is marked sent by it: a process that dies now must not send it twice.</summary>
    public static RowWrite Claim(OutgoingActivity reply, DateTimeOffset now) => reply.Promise == DeliveryPromise.AtMostOnce
        ? new(
            """
            UPDATE "Jobs" SET "State" = $1, "Payload" = '', "Version" = "Version" + 1
            WHERE "Id" = $2 AND "State" = $3 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $4)
            """,
            (int)JobState.Done, reply.Id, (int)JobState.Waiting, Number(now))
        : new(
            """
            UPDATE "Jobs" SET "LeasedUntil" = $1, "Version" = "Version" + 1
            WHERE "Id" = $2 AND "State" = $3 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $4)
            """,
            Number(now + s_grace), reply.Id, (int)JobState.Waiting, Number(now));

    /// <summary>What was sent is in the chat; a copy here would only be one more thing to guard.</summary>
    public static RowWrite Sent(OutgoingActivity reply) => new(
        """UPDATE "Jobs" SET "State" = $1, "Payload" = '', "LeasedUntil" = NULL, "Version" = "Version" + 1 WHERE "Id" = $2""",
        (int)JobState.Done, reply.Id);

    public static RowWrite Retry(OutgoingActivity reply, DateTimeOffset dueAt) => new(
        """
        UPDATE "Jobs" SET "State" = $1, "Payload" = $2, "DueAt" = $3, "LeasedUntil" = NULL, "Version" = "Version" + 1 WHERE "Id" = $4
        """,
        (int)JobState.Waiting, SendActivity.Write(reply), Number(dueAt), reply.Id);

    private static long Number(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
