using System.Security.Cryptography;
using System.Text;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Editions;

/// <summary>Writes an edition's pages into one SQLite file. The file gets its name only when it is complete; its
/// hash is recorded beside it.</summary>
public static class LibraryFile
{
    // A hash of the schema, kept in the file's header: a file with another schema is written again.
    private static readonly Lazy<int> SchemaVersion = new(() =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(PageRows.Tables + PageRows.Indexes + SearchIndex.Schema("en")))));

    /// <summary>Writes a library file with these pages.</summary>
    public static void Write(string path, IReadOnlyCollection<Page> pages) => WriteTo(path, null, library =>
    {
        library.Execute(PageRows.Tables);
        library.Execute(SearchIndex.Schema(pages.OfType<Documentary>().FirstOrDefault()?.WrittenIn ?? "en"));
        library.Execute($"PRAGMA user_version = {SchemaVersion.Value}");
        Insert(library, pages);
        library.Execute(PageRows.Indexes);
    });

    /// <summary>Writes a library file as a copy of another edition's file, in which only the pages that differ are replaced.</summary>
    /// <param name="original">The other edition's file.</param>
    /// <param name="path">The new file.</param>
    /// <param name="removed">Pages of the other edition that were removed or changed.</param>
    /// <param name="added">Pages that are new or changed.</param>
    public static void WriteFrom(
        string original, string path, IReadOnlyCollection<NumberedPage> removed, IReadOnlyCollection<Page> added) =>
        WriteTo(path, original, library =>
    {
        using (var rows = new RowWriter(library))
        using (var index = new SearchIndex(library))
        {
            foreach (var page in removed)
            {
                PageRows.Of(page.Page).ForEach(rows.Delete);
                index.Remove(page.Number);
            }
        }
        Insert(library, added);
    });

    /// <summary>Records a file's hash beside it, in the form that <c>sha256sum --check</c> reads. A file that was deleted meanwhile needs
    /// none.</summary>
    /// <exception cref="IOException">The hash cannot be written.</exception>
    public static void RecordHash(string path)
    {
        try
        {
            File.WriteAllText(HashFileOf(path), HashOf(path));
        }
        catch (FileNotFoundException)
        {
            // No reader needs this library any more.
        }
    }

    /// <summary>Whether a file is exactly what was once written, by this version of the program. Without its hash it is not
    /// trusted.</summary>
    public static bool IsUsable(string path)
    {
        if (!File.Exists(path) || !File.Exists(HashFileOf(path)))
            return false;
        try
        {
            if (File.ReadAllText(HashFileOf(path)) != HashOf(path))
                return false;
            using var library = new SqliteConnection(OpenLibrary.ConnectionTo(path) + ";Pooling=False");
            library.Open();
            return library.Scalar<long>("PRAGMA user_version") == SchemaVersion.Value;
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            return false;
        }
    }

    /// <summary>Deletes a library file and its hash.</summary>
    public static void Delete(string path)
    {
        File.Delete(HashFileOf(path));
        File.Delete(path);
    }

    /// <summary>The file that holds a library file's hash.</summary>
    public static string HashFileOf(string path) => path + ".sha256";

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return $"{Convert.ToHexStringLower(SHA256.HashData(file))}  {Path.GetFileName(path)}\n";
    }

    private static void Insert(SqliteConnection library, IReadOnlyCollection<Page> pages)
    {
        using var rows = new RowWriter(library);
        using var index = new SearchIndex(library);
        var prepared = pages.AsParallel().AsOrdered().Select(page => (Rows: PageRows.Of(page), Entry: SearchIndex.Prepare(page)));
        foreach (var page in prepared)
        {
            page.Rows.ForEach(rows.Insert);
            index.Add(page.Entry);
        }
    }

    private static void WriteTo(string path, string? original, Action<SqliteConnection> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            if (original is not null)
                File.Copy(original, part);
            using (var library = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
            {
                library.Open();

                // Nobody else sees the file yet, and a failed one is deleted: it needs neither journal nor locks.
                library.Execute("""
                    PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536
                    """);
                using var transaction = library.BeginTransaction();
                write(library);
                transaction.Commit();
                library.Execute("PRAGMA journal_mode = DELETE");
            }

            // Not forced to the disk: after a power failure the hash does not match, and the file is rebuilt.
            File.Delete(HashFileOf(path));
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
