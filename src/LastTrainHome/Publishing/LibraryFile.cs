using System.Security.Cryptography;
using System.Text;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Publishing;

/// <summary>Writes an edition's pages into one SQLite file. The file takes its name only when it is whole and on the disk.</summary>
public static class LibraryFile
{
    /// <summary>What the file's tables are, as a number SQLite keeps in its header.</summary>
    public static int Shape => shape.Value;

    private static readonly Lazy<int> shape = new(() =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(PageRows.Schema + SearchIndex.Schema))));

    public static void Write(string path, IReadOnlyCollection<Page> pages) => Make(path, library =>
    {
        library.Execute(PageRows.Schema);
        library.Execute(SearchIndex.Schema);
        library.Execute($"PRAGMA user_version = {Shape}");

        using var turn = library.BeginTransaction();
        using var rows = new RowWriter(library);
        using var index = new SearchIndex(library);
        var prepared = pages.AsParallel().AsOrdered().Select(page => (Rows: PageRows.Of(page), Entry: SearchIndex.Prepare(page)));
        foreach (var page in prepared)
        {
            page.Rows.ForEach(rows.Insert);
            index.Add(page.Entry);
        }
        turn.Commit();
    });

    /// <summary>Begins as a copy of another edition's file and replaces only the rows in which the two editions differ.</summary>
    public static void Rewrite(string path, string from, IReadOnlyCollection<Page> before, IReadOnlyCollection<Page> after) => throw new NotImplementedException();

    private static void Make(string path, Action<SqliteConnection> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        using (var library = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            library.Open();
            library.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536");
            write(library);
            library.Execute("PRAGMA journal_mode = DELETE");
        }
        using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(part, path, overwrite: true);
    }
}
