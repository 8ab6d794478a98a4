using System.Data.Common;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Conversations;

/// <summary>Places as rows: every turn reads one, and few write one.</summary>
internal static class ConversationRows
{
    public const string Columns = "\"ChannelId\", \"Id\", \"TenantId\", \"TeamId\", \"PersonId\", \"AccountId\", \"BotId\", \"ServiceUrl\", \"SeenAt\", \"GoneSince\"";

    public const string One = $"""SELECT {Columns} FROM "Conversations" WHERE "ChannelId" = $1 AND "Id" = $2""";

    /// <summary>Who was heard last of a tenant's places on a channel.</summary>
    public const string Newest =
        $"""SELECT {Columns} FROM "Conversations" WHERE "TenantId" = $1 AND "ChannelId" = $2 ORDER BY "SeenAt" DESC LIMIT 8""";

    public const string OfTeam = $"""SELECT {Columns} FROM "Conversations" WHERE "ChannelId" = $1 AND "TeamId" = $2""";

    public const string OfPerson = $"""SELECT {Columns} FROM "Conversations" WHERE "TenantId" = $1 AND "PersonId" = $2""";

    public const string Personal =
        $"""SELECT {Columns} FROM "Conversations" WHERE "TenantId" = $1 AND "PersonId" > '' ORDER BY "PersonId" LIMIT $2""";

    public static Conversation Read(DbDataReader row) => new()
    {
        ChannelId = row.GetString(0),
        Id = row.GetString(1),
        TenantId = row.GetString(2),
        TeamId = Text(row, 3),
        PersonId = Text(row, 4),
        AccountId = Text(row, 5),
        BotId = Text(row, 6),
        ServiceUrl = row.GetString(7),
        SeenAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        GoneSince = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
    };

    /// <summary>Stores it as it is now, whatever was known of the place before.</summary>
    public static RowWrite Put(Conversation now) => new(
        $"""
        INSERT INTO "Conversations" ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT ("ChannelId", "Id") DO UPDATE SET
          "TenantId" = excluded."TenantId", "TeamId" = excluded."TeamId", "PersonId" = excluded."PersonId", "AccountId" = excluded."AccountId",
          "BotId" = excluded."BotId", "ServiceUrl" = excluded."ServiceUrl", "SeenAt" = excluded."SeenAt", "GoneSince" = excluded."GoneSince"
        """,
        now.ChannelId, now.Id, now.TenantId, now.TeamId, now.PersonId, now.AccountId, now.BotId, now.ServiceUrl,
        now.SeenAt.ToUnixTimeMilliseconds(), now.GoneSince?.ToUnixTimeMilliseconds());

    /// <summary>Marks a place that is known as gone, if nobody has done so and the channel has not named another address since.</summary>
    public static RowWrite Lose(Conversation known, DateTimeOffset since) => new(
        """UPDATE "Conversations" SET "GoneSince" = $1 WHERE "ChannelId" = $2 AND "Id" = $3 AND "GoneSince" IS NULL AND "ServiceUrl" = $4""",
        since.ToUnixTimeMilliseconds(), known.ChannelId, known.Id, known.ServiceUrl);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
