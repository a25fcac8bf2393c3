using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LastTrainHome.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EditionOrigin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Door",
                table: "Moves",
                newName: "Origin");

            migrationBuilder.RenameColumn(
                name: "Door",
                table: "Editions",
                newName: "Origin");

            migrationBuilder.RenameColumn(
                name: "Door",
                table: "CurrentEdition",
                newName: "Origin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Origin",
                table: "Moves",
                newName: "Door");

            migrationBuilder.RenameColumn(
                name: "Origin",
                table: "Editions",
                newName: "Door");

            migrationBuilder.RenameColumn(
                name: "Origin",
                table: "CurrentEdition",
                newName: "Door");
        }
    }
}
