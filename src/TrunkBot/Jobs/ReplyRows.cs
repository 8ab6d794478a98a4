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
        INSERT INTO "Jobs" ("Id", "Kind", "TenantId", "Payload", "State", "DueAt", "Attempts", "TurnKey", "Version")
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, 1)
        """,
        reply.Id, SendActivity.Kind, SendActivity.TenantOf(reply), SendActivity.Write(reply), (int)JobState.Waiting, Number(now + s_grace), turnKey ?? "");

    /// <summary>Touches the row for one caller only. What may leave once is forgotten by it: a process that dies now must not send it twice.</summary>
    public static RowWrite Claim(OutgoingActivity reply, DateTimeOffset now) => reply.Promise == DeliveryPromise.AtMostOnce
        ? new(
            """DELETE FROM "Jobs" WHERE "Id" = $1 AND "State" = $2 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $3)""",
            reply.Id, (int)JobState.Waiting, Number(now))
        : new(
            """
            UPDATE "Jobs" SET "LeasedUntil" = $1, "Version" = "Version" + 1
            WHERE "Id" = $2 AND "State" = $3 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $4)
            """,
            Number(now + s_grace), reply.Id, (int)JobState.Waiting, Number(now));

    /// <summary>What was sent is in the chat; a copy here would only be one more thing to guard.</summary>
    public static RowWrite Sent(OutgoingActivity reply) => new("""DELETE FROM "Jobs" WHERE "Id" = $1""", reply.Id);

    /// <summary>Stores what the channel did not take, for a worker; it may have been forgotten by its claim.</summary>
    public static RowWrite Retry(OutgoingActivity reply, DateTimeOffset dueAt) => new(
        """
        INSERT INTO "Jobs" ("Id", "Kind", "TenantId", "Payload", "State", "DueAt", "Attempts", "TurnKey", "Version")
        VALUES ($1, $2, $3, $4, $5, $6, 0, '', 1)
        ON CONFLICT ("Id") DO UPDATE SET "DueAt" = excluded."DueAt", "LeasedUntil" = NULL, "Version" = "Jobs"."Version" + 1
        """,
        reply.Id, SendActivity.Kind, SendActivity.TenantOf(reply), SendActivity.Write(reply), (int)JobState.Waiting, Number(dueAt));

    private static long Number(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
