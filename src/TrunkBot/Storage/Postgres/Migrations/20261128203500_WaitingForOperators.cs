
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrunkBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WaitingForOperators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HeldSince",
                table: "Requests",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HeldStatus",
                table: "Requests",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextTryAt",
                table: "Requests",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WaitToldAt",
                table: "Requests",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HeldSince",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "HeldStatus",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "NextTryAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "WaitToldAt",
                table: "Requests");
        }
    }
}
