using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrunkBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Conversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    ChannelId = table.Column<string>(type: "text", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false),
                    TeamId = table.Column<string>(type: "text", nullable: true),
                    PersonId = table.Column<string>(type: "text", nullable: true),
                    AccountId = table.Column<string>(type: "text", nullable: true),
                    BotId = table.Column<string>(type: "text", nullable: true),
                    ServiceUrl = table.Column<string>(type: "text", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    GoneSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => new { x.ChannelId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ChannelId_TeamId",
                table: "Conversations",
                columns: new[] { "ChannelId", "TeamId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_TenantId_ChannelId_SeenAt",
                table: "Conversations",
                columns: new[] { "TenantId", "ChannelId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_TenantId_PersonId",
                table: "Conversations",
                columns: new[] { "TenantId", "PersonId" });

            // The rooms, and where everybody sits whose request has not ended.
            migrationBuilder.Sql(
                """
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT ("Reference"::json->>'channelId'), split_part(("Reference"::json->'conversation'->>'id'), ';messageid=', 1), "TenantId", NULL, NULL, ("Reference"::json->'bot'->>'id'), ("Reference"::json->>'serviceUrl'), "SetAt"
                FROM "ApprovalsRooms" WHERE "Reference" LIKE '{%' AND ("Reference"::json->'conversation'->>'id') <> '' AND ("Reference"::json->>'channelId') <> '' AND ("Reference"::json->>'serviceUrl') <> ''
                ORDER BY "SetAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT ("Room"::json->>'channelId'), split_part(("Room"::json->'conversation'->>'id'), ';messageid=', 1), "TenantId", NULL, NULL, ("Room"::json->'bot'->>'id'), ("Room"::json->>'serviceUrl'), "AskedAt"
                FROM "Approvals" WHERE "State" = 'Open' AND "Room" LIKE '{%' AND ("Room"::json->'conversation'->>'id') <> '' AND ("Room"::json->>'channelId') <> '' AND ("Room"::json->>'serviceUrl') <> ''
                ORDER BY "AskedAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT ("SecondRoom"::json->>'channelId'), split_part(("SecondRoom"::json->'conversation'->>'id'), ';messageid=', 1), "TenantId", NULL, NULL, ("SecondRoom"::json->'bot'->>'id'), ("SecondRoom"::json->>'serviceUrl'), "AskedAt"
                FROM "Approvals" WHERE "State" = 'Open' AND "SecondRoom" LIKE '{%' AND ("SecondRoom"::json->'conversation'->>'id') <> '' AND ("SecondRoom"::json->>'channelId') <> '' AND ("SecondRoom"::json->>'serviceUrl') <> ''
                ORDER BY "AskedAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT ("Reference"::json->>'channelId'), split_part(("Reference"::json->'conversation'->>'id'), ';messageid=', 1), "TenantId", CASE WHEN COALESCE(("Reference"::json->'conversation'->>'isGroup'), 'false') IN ('true', '1') THEN NULL ELSE "AskerId" END, CASE WHEN COALESCE(("Reference"::json->'conversation'->>'isGroup'), 'false') IN ('true', '1') THEN NULL ELSE ("Reference"::json->'user'->>'id') END, ("Reference"::json->'bot'->>'id'), ("Reference"::json->>'serviceUrl'), "ChangedAt"
                FROM "Requests" WHERE "State" IN ('Draft', 'Pending', 'Approved', 'Provisioning', 'OutcomeUnknown') AND "Reference" LIKE '{%' AND ("Reference"::json->'conversation'->>'id') <> '' AND ("Reference"::json->>'channelId') <> '' AND ("Reference"::json->>'serviceUrl') <> ''
                ORDER BY "ChangedAt" DESC ON CONFLICT DO NOTHING;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Conversations");
        }
    }
}
