using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LastTrainHome.Store.Sqlite;

/// <summary>The study store in one SQLite file.</summary>
public sealed class SqliteStudyDb(DbContextOptions<SqliteStudyDb> options) : StudyDb(options)
{
    /// <summary>Options with which the model is whole, wherever they are built.</summary>
    internal static DbContextOptionsBuilder<SqliteStudyDb> Options() => new DbContextOptionsBuilder<SqliteStudyDb>().UseApplicationServiceProvider(Shape);
}

/// <summary>For adding a migration: <c>dotnet ef migrations add NAME --context SqliteStudyDb --output-dir Store/Migrations/Sqlite</c>.</summary>
public sealed class SqliteStudyDbDesign : IDesignTimeDbContextFactory<SqliteStudyDb>
{
    public SqliteStudyDb CreateDbContext(string[] args) => new(SqliteStudyDb.Options().UseSqlite().Options);
}
