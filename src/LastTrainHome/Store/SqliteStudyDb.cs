using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LastTrainHome.Store;

/// <summary>The study store in one SQLite file.</summary>
public sealed class SqliteStudyDb(DbContextOptions<SqliteStudyDb> options) : StudyDb(options);

/// <summary>For adding a migration: <c>dotnet ef migrations add NAME --context SqliteStudyDb --output-dir Store/Migrations/Sqlite</c>.</summary>
public sealed class SqliteStudyDbDesign : IDesignTimeDbContextFactory<SqliteStudyDb>
{
    public SqliteStudyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteStudyDb>().UseSqlite().Options);
}
