using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store.Sqlite;

/// <summary>The study store's file before it is used: made where there is none, brought up to date where it is older.</summary>
internal static class SqliteFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Prepare(string connectionString)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        using var db = new SqliteStudyDb(SqliteStudyDb.Options().UseSqlite(connectionString + ";Pooling=False").Options);
        try
        {
            if (IsUpToDate(db, path))
                return;
            using (OnlyOneAtATime(path))
                Migrate(db, path);
        }
        catch (SqliteException failure)
        {
            throw new CannotRunException($"The study store '{path}' cannot be opened: {failure.Message}", failure);
        }
    }

    private static bool IsUpToDate(SqliteStudyDb db, string path)
    {
        var applied = File.Exists(path) ? db.Database.GetAppliedMigrations().ToList() : [];
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new CannotRunException($"The study store '{path}' was written by a newer version of this program (it has the change '{newer}'): run that version.");
        return applied.Count == known.Count;
    }

    private static void Migrate(SqliteStudyDb db, string path)
    {
        if (IsUpToDate(db, path)) // another process was first
            return;

        // EF Core marks a migration under way by a row, which stays when the process is killed. There is no other process here.
        if (File.Exists(path))
            db.Database.ExecuteSql($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        db.Database.Migrate();
    }

    private static FileStream OnlyOneAtATime(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(50))
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                Thread.Sleep(50);
            }
            catch (IOException failure)
            {
                throw new CannotRunException($"The study store '{path}' is being brought up to date by another process, or its folder cannot be written: {failure.Message}", failure);
            }
        }
    }
}
