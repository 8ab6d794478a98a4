using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrunkBot.Storage.Sqlite.Migrations
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
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", nullable: true),
                    PersonId = table.Column<string>(type: "TEXT", nullable: true),
                    AccountId = table.Column<string>(type: "TEXT", nullable: true),
                    BotId = table.Column<string>(type: "TEXT", nullable: true),
                    ServiceUrl = table.Column<string>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneSince = table.Column<long>(type: "INTEGER", nullable: true)
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
                SELECT json_extract("Reference", '$.channelId'), CASE WHEN instr(json_extract("Reference", '$.conversation.id'), ';messageid=') > 0 THEN substr(json_extract("Reference", '$.conversation.id'), 1, instr(json_extract("Reference", '$.conversation.id'), ';messageid=') - 1) ELSE json_extract("Reference", '$.conversation.id') END, "TenantId", NULL, NULL, json_extract("Reference", '$.bot.id'), json_extract("Reference", '$.serviceUrl'), "SetAt"
                FROM "ApprovalsRooms" WHERE "Reference" LIKE '{%' AND json_extract("Reference", '$.conversation.id') <> '' AND json_extract("Reference", '$.channelId') <> '' AND json_extract("Reference", '$.serviceUrl') <> ''
                ORDER BY "SetAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT json_extract("Room", '$.channelId'), CASE WHEN instr(json_extract("Room", '$.conversation.id'), ';messageid=') > 0 THEN substr(json_extract("Room", '$.conversation.id'), 1, instr(json_extract("Room", '$.conversation.id'), ';messageid=') - 1) ELSE json_extract("Room", '$.conversation.id') END, "TenantId", NULL, NULL, json_extract("Room", '$.bot.id'), json_extract("Room", '$.serviceUrl'), "AskedAt"
                FROM "Approvals" WHERE "State" = 'Open' AND "Room" LIKE '{%' AND json_extract("Room", '$.conversation.id') <> '' AND json_extract("Room", '$.channelId') <> '' AND json_extract("Room", '$.serviceUrl') <> ''
                ORDER BY "AskedAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT json_extract("SecondRoom", '$.channelId'), CASE WHEN instr(json_extract("SecondRoom", '$.conversation.id'), ';messageid=') > 0 THEN substr(json_extract("SecondRoom", '$.conversation.id'), 1, instr(json_extract("SecondRoom", '$.conversation.id'), ';messageid=') - 1) ELSE json_extract("SecondRoom", '$.conversation.id') END, "TenantId", NULL, NULL, json_extract("SecondRoom", '$.bot.id'), json_extract("SecondRoom", '$.serviceUrl'), "AskedAt"
                FROM "Approvals" WHERE "State" = 'Open' AND "SecondRoom" LIKE '{%' AND json_extract("SecondRoom", '$.conversation.id') <> '' AND json_extract("SecondRoom", '$.channelId') <> '' AND json_extract("SecondRoom", '$.serviceUrl') <> ''
                ORDER BY "AskedAt" DESC ON CONFLICT DO NOTHING;
                INSERT INTO "Conversations" ("ChannelId", "Id", "TenantId", "PersonId", "AccountId", "BotId", "ServiceUrl", "SeenAt")
                SELECT json_extract("Reference", '$.channelId'), CASE WHEN instr(json_extract("Reference", '$.conversation.id'), ';messageid=') > 0 THEN substr(json_extract("Reference", '$.conversation.id'), 1, instr(json_extract("Reference", '$.conversation.id'), ';messageid=') - 1) ELSE json_extract("Reference", '$.conversation.id') END, "TenantId", CASE WHEN COALESCE(CAST(json_extract("Reference", '$.conversation.isGroup') AS TEXT), 'false') IN ('true', '1') THEN NULL ELSE "AskerId" END, CASE WHEN COALESCE(CAST(json_extract("Reference", '$.conversation.isGroup') AS TEXT), 'false') IN ('true', '1') THEN NULL ELSE json_extract("Reference", '$.user.id') END, json_extract("Reference", '$.bot.id'), json_extract("Reference", '$.serviceUrl'), "ChangedAt"
                FROM "Requests" WHERE "State" IN ('Draft', 'Pending', 'Approved', 'Provisioning', 'OutcomeUnknown') AND "Reference" LIKE '{%' AND json_extract("Reference", '$.conversation.id') <> '' AND json_extract("Reference", '$.channelId') <> '' AND json_extract("Reference", '$.serviceUrl') <> ''
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
