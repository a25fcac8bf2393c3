using System.Security.Cryptography;
using System.Text;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Editions;

/// <summary>Writes an edition's pages into one SQLite file. The file takes its name only when it is whole and on the disk.</summary>
public static class LibraryFile
{
    // The file's tables as a number, which SQLite keeps in its header: a file whose tables are others is written again.
    private static readonly Lazy<int> Shape = new(() =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(PageRows.Tables + PageRows.Indexes + SearchIndex.Schema("en")))));

    public static void Write(string path, IReadOnlyCollection<Page> pages) => Make(path, null, library =>
    {
        library.Execute(PageRows.Tables);
        library.Execute(SearchIndex.Schema(pages.OfType<Documentary>().FirstOrDefault()?.WrittenIn ?? "en"));
        library.Execute($"PRAGMA user_version = {Shape.Value}");
        Put(library, pages);
        library.Execute(PageRows.Indexes);
    });

    /// <summary>Begins as a copy of another edition's file, in which only the pages that differ are replaced.</summary>
    /// <param name="path">Where the new file goes.</param>
    /// <param name="from">The other edition's file.</param>
    /// <param name="gone">Pages of the other edition that are no more, or no more as they were.</param>
    /// <param name="come">Pages that take their place, or are new.</param>
    public static void Rewrite(string path, string from, IReadOnlyCollection<PageAsPlaced> gone, IReadOnlyCollection<Page> come) => Make(path, from, library =>
    {
        using (var rows = new RowWriter(library))
        using (var index = new SearchIndex(library))
        {
            foreach (var page in gone)
            {
                PageRows.Of(page.Page).ForEach(rows.Delete);
                index.Remove(page.Number);
            }
        }
        Put(library, come);
    });

    /// <summary>Whether a file is whole, and written by this version of the program.</summary>
    public static bool IsSound(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var library = new SqliteConnection(OpenLibrary.ConnectionTo(path) + ";Pooling=False");
            library.Open();
            return library.Ask<long>("PRAGMA user_version") == Shape.Value && library.Ask<string>("PRAGMA quick_check(1)") == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static void Put(SqliteConnection library, IReadOnlyCollection<Page> pages)
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

    private static void Make(string path, string? from, Action<SqliteConnection> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            if (from is not null)
                File.Copy(from, part);
            using (var library = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
            {
                library.Open();

                // Nobody else sees the file yet, and what goes wrong is thrown away: it needs neither journal nor locks.
                library.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536");
                using var turn = library.BeginTransaction();
                write(library);
                turn.Commit();
                library.Execute("PRAGMA journal_mode = DELETE");
            }
            using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}

/// <summary>A page, with the place it had in an edition: pages that do not change are shared by editions, which may number them anew.</summary>
public readonly record struct PageAsPlaced(Page Page, int Number, int Position)
{
    public PageAsPlaced(Page page) : this(page, page.Number, page.Position)
    {
    }
}
