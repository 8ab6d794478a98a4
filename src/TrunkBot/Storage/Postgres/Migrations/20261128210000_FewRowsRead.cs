using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrunkBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FewRowsRead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requests_TenantId_Number",
                table: "Requests");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_TenantId_CreatedAt_Number",
                table: "Requests",
                columns: new[] { "TenantId", "CreatedAt", "Number" },
                filter: "\"State\" <> 'Draft'");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Struggling",
                table: "Jobs",
                columns: new[] { "State", "DueAt" },
                filter: "\"Attempts\" >= 5");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Jobs_Struggling",
                table: "Jobs");

            migrationBuilder.DropIndex(
                name: "IX_Requests_TenantId_CreatedAt_Number",
                table: "Requests");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_TenantId_Number",
                table: "Requests",
                columns: new[] { "TenantId", "Number" });
        }
    }
}
