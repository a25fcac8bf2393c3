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
            if (!File.Exists(path) && File.Exists(StoreRestore.IncomingOf(path)))
                throw new CannotRunException($"A restore into '{path}' was interrupted, and there is no store now. Run the verb restore again.");
            if (!IsUpToDate(db, path))
                using (OnlyOneAtATime(path))
                    Migrate(db, path);
            OwnerOnly.Set(path);

            // A store that was restored comes without its write-ahead log.
            db.Database.ExecuteSql($"PRAGMA journal_mode = WAL");
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
            throw new CannotRunException(
                $"The study store '{path}' was written by a newer version of this program: it has the change '{newer}', and this version ends with '{known[^1]}'. Run the newer version.");
        return applied.Count == known.Count;
    }

    private static void Migrate(SqliteStudyDb db, string path)
    {
        if (IsUpToDate(db, path)) // another process was first
            return;

        if (File.Exists(path) && db.Database.GetAppliedMigrations().LastOrDefault() is { } before)
            BackUp(path, before);

        // EF Core marks a migration under way by a row, which stays when the process is killed. There is no other process here.
        if (File.Exists(path))
            db.Database.ExecuteSql($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        db.Database.Migrate();
    }

    // Under the name of the change it ends with: the version of the program that wrote it can use it.
    private static void BackUp(string path, string before)
    {
        var backup = Path.Combine(Path.GetDirectoryName(path)!, "backups", $"study-{before}.db");
        if (!File.Exists(backup))
            StoreBackup.Create(path, backup);
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
