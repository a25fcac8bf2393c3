using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Store.Sqlite;

/// <summary>Copies the study store while it is in use. A copy made by the file system misses what still lies in the write-ahead log;
/// this one holds everything that was acknowledged before it began.</summary>
public static class StoreBackup
{
    /// <summary>Copies a store into one file, with its SHA-256 beside it in the form that <c>sha256sum -c</c> reads. Both are on the disk
    /// when this returns, and the file has its name only once it is whole.</summary>
    /// <param name="store">The store's file. It may be open elsewhere, and written to.</param>
    /// <param name="file">Where the copy goes. It must not exist yet.</param>
    /// <param name="cancel">Ends the copying and leaves nothing behind.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="CannotRunException">There is no store, the target exists, or the disk is full. One sentence says which.</exception>
    public static BackupFile Create(string store, string file, CancellationToken cancel = default)
    {
        file = Path.GetFullPath(file);
        if (!File.Exists(store))
            throw new CannotRunException($"There is no study store '{store}' to back up.");
        if (File.Exists(file))
            throw new CannotRunException($"'{file}' exists already. A backup overwrites nothing: choose another name.");

        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            Copy(store, part, cancel);
            OwnerOnly.Set(part);
            Flush(part);
            var hash = HashOf(part);
            WriteChecksum(file, hash);
            File.Move(part, file);
            return new(file, new FileInfo(file).Length, hash);
        }
        catch (SqliteException failure)
        {
            throw new CannotRunException($"The study store '{store}' could not be backed up: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"The backup '{file}' could not be written: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The path of a backup's checksum.</summary>
    public static string ChecksumOf(string file) => file + ".sha256";

    /// <summary>SHA-256 of a file: 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Returns once a file's bytes are on the disk.</summary>
    internal static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Copies what a store holds at this moment, its write-ahead log included, into a file that does not exist yet.</summary>
    internal static void Copy(string store, string target, CancellationToken cancel = default)
    {
        // A connection of SQLite's own, never a file handle: closing one of those would drop the locks that this process holds on the store.
        var source = new SqliteConnectionStringBuilder { DataSource = store, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        cancel.ThrowIfCancellationRequested();
        using var interrupt = cancel.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            using var copy = connection.CreateCommand();
            copy.CommandText = "PRAGMA busy_timeout = 5000; VACUUM INTO $target";
            copy.Parameters.AddWithValue("$target", target);
            copy.CommandTimeout = 0;
            copy.ExecuteNonQuery();
        }
        catch (SqliteException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    private static void WriteChecksum(string file, string hash)
    {
        var checksum = ChecksumOf(file);
        File.WriteAllText(checksum, $"{hash}  {Path.GetFileName(file)}\n");
        OwnerOnly.Set(checksum);
        Flush(checksum);
    }
}

/// <summary>A backup on disk.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Sha256">Its checksum: 64 lower-case hexadecimal digits.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
