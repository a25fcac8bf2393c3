using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store.Sqlite;

/// <summary>Puts a backup in the place of a study store that nobody uses, and keeps the store it replaces beside it.
/// Killed at any moment it leaves either the old store or the new one, never none and never half of one.</summary>
public static class StoreRestore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="store">The store's file; it need not exist. No server may use it: the caller holds the data folder's lock.</param>
    /// <param name="now">Names what is kept of the old store.</param>
    /// <returns>Where the old store is kept; null where there was none.</returns>
    /// <exception cref="CannotRunException">The backup is damaged, newer than this program or of another study, or the store is in use.
    /// Nothing has changed then.</exception>
    public static string? Restore(string file, string store, DateTime now)
    {
        Check(file, store);

        var incoming = IncomingOf(store);
        try
        {
            File.Copy(file, incoming, overwrite: true);
            OwnerOnly.Set(incoming);
            StoreBackup.Flush(incoming);
            if (StoreBackup.HashOf(incoming) != StoreBackup.HashOf(file))
                throw new CannotRunException($"'{file}' could not be copied whole into the data folder. Try again.");

            var kept = File.Exists(store) ? SetAside(store, now) : null;
            File.Move(incoming, store, overwrite: true);
            return kept;
        }
        catch (IOException failure)
        {
            throw new CannotRunException($"'{file}' could not be restored: {failure.Message}", failure);
        }
        finally
        {
            if (File.Exists(store))
                File.Delete(incoming);
        }
    }

    /// <summary>Where a backup waits for its name while it is restored. It stays there only when a restore was killed and no store is left.</summary>
    internal static string IncomingOf(string store) => store + ".restoring";

    private static void Check(string file, string store)
    {
        if (!File.Exists(file))
            throw new CannotRunException($"There is no backup '{file}'.");
        if (File.Exists(StoreBackup.ChecksumOf(file)) && !HasItsChecksum(file))
            throw new CannotRunException($"'{file}' is damaged: it is not what its checksum was made of. Nothing was restored.");
        try
        {
            using var backup = OpenToRead(file);
            if (Ask(backup, "PRAGMA integrity_check(1)") is not "ok")
                throw new CannotRunException($"'{file}' is damaged. Nothing was restored.");
            if (Ask(backup, "SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Moves', 'Accounts')") is not 3L)
                throw new CannotRunException($"'{file}' is no study store. Nothing was restored.");
            CheckVersion(backup, file);
            if (BeginningOf(backup) is { } beginning && File.Exists(store) && TryReadBeginning(store) is { } own && own != beginning)
                throw new CannotRunException($"'{file}' is a backup of another study than the one in '{store}'. Move that store away first if it is to be replaced.");
        }
        catch (SqliteException failure)
        {
            throw new CannotRunException($"'{file}' is damaged, or no backup: {failure.Message}. Nothing was restored.", failure);
        }
    }

    private static bool HasItsChecksum(string file) =>
        File.ReadAllText(StoreBackup.ChecksumOf(file)).StartsWith(StoreBackup.HashOf(file), StringComparison.Ordinal);

    private static void CheckVersion(SqliteConnection backup, string file)
    {
        using var db = new SqliteStudyDb(SqliteStudyDb.Options().UseSqlite(backup).Options);
        var known = db.Database.GetMigrations().ToList();
        if (db.Database.GetAppliedMigrations().Except(known).LastOrDefault() is { } newer)
            throw new CannotRunException(
                $"'{file}' was written by a newer version of this program: it has the change '{newer}', and this version ends with '{known[^1]}'. Nothing was restored.");
    }

    // Two stores are of one study when their histories begin with the same edition: moves are only ever added.
    private static string? BeginningOf(SqliteConnection store) =>
        Ask(store, "SELECT Id || ' ' || EditionId || ' ' || At FROM Moves ORDER BY Id LIMIT 1") as string;

    private static string? TryReadBeginning(string store)
    {
        try
        {
            using var own = OpenToRead(store);
            return BeginningOf(own);
        }
        catch (SqliteException)
        {
            return null; // a damaged store is what a backup is for
        }
    }

    private static string SetAside(string store, DateTime now)
    {
        var kept = FormattableString.Invariant($"{Path.ChangeExtension(store, null)}-before-restore-{now:yyyyMMdd'T'HHmmss'Z'}{Path.GetExtension(store)}");
        try
        {
            EndWriteAheadLog(store);
            StoreBackup.Copy(store, kept);
            OwnerOnly.Set(kept);
            StoreBackup.Flush(kept);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new CannotRunException($"Another program has the study store '{store}' open. Stop it, then restore again.", busy);
        }
        catch (SqliteException)
        {
            // It cannot be read, so it is kept as it is, with what lies beside it.
            File.Delete(kept);
            foreach (var end in (string[])["-wal", "-shm", ""])
                if (File.Exists(store + end))
                    File.Move(store + end, kept + end);
        }

        return kept;
    }

    // A log left beside the old store would be read as the new one's. SQLite removes it only while nobody else has the store open.
    private static void EndWriteAheadLog(string store)
    {
        var own = new SqliteConnectionStringBuilder { DataSource = store, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 };
        using var connection = new SqliteConnection(own.ToString());
        connection.Open();
        Ask(connection, "PRAGMA locking_mode = EXCLUSIVE");
        Ask(connection, "PRAGMA journal_mode = DELETE");
    }

    private static SqliteConnection OpenToRead(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        Ask(connection, "PRAGMA query_only = 1");
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }
}
