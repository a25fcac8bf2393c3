using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LastTrainHome.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnswerKeptVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "KeptAt",
                table: "Answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KeptVersion",
                table: "Answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What answers there are already know of their versions.
            migrationBuilder.Sql("""
                UPDATE "Answers" SET ("KeptVersion", "KeptAt") = (
                    SELECT "Number", "At" FROM "AnswerVersions"
                    WHERE "AnswerId" = "Answers"."Id" AND NOT "IsAside" ORDER BY "Number" DESC LIMIT 1)
                WHERE EXISTS (SELECT 1 FROM "AnswerVersions" WHERE "AnswerId" = "Answers"."Id" AND NOT "IsAside");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "KeptAt",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "KeptVersion",
                table: "Answers");
        }
    }
}
