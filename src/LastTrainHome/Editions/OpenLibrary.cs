using LastTrainHome.Library;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LastTrainHome.Editions;

/// <summary>One edition's library file, open for reading until its last reader has gone. The libraries is the first reader.</summary>
public sealed class OpenLibrary
{
    private static int opened;

    private readonly string connection;
    private readonly PooledDbContextFactory<LibraryDb> contexts;
    private int readers = 1;

    /// <param name="edition">The edition's id.</param>
    /// <param name="path">Its library file.</param>
    public OpenLibrary(string edition, string path)
    {
        Edition = edition;
        Path = path;

        // The number gives each library a pool of its own: a file made again under the same name must not be read through old handles.
        connection = ConnectionTo(path, Interlocked.Increment(ref opened));
        contexts = new(new DbContextOptionsBuilder<LibraryDb>()
            .UseSqlite(connection)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);
    }

    /// <summary>The edition's id; empty for the library with nothing in it.</summary>
    public string Edition { get; }

    public string Path { get; }

    /// <summary>Its last reader has gone.</summary>
    public event Action<OpenLibrary>? Left;

    public LibraryDb Open() => contexts.CreateDbContext();

    /// <summary>Counts one more reader, unless the last one has gone.</summary>
    public bool TryTake()
    {
        for (var seen = Volatile.Read(ref readers); seen > 0; seen = Volatile.Read(ref readers))
            if (Interlocked.CompareExchange(ref readers, seen + 1, seen) == seen)
                return true;
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref readers) > 0)
            return;

        using (var key = new SqliteConnection(connection))
            SqliteConnection.ClearPool(key);
        Left?.Invoke(this);
    }

    /// <summary>A file that never changes needs no locks. No memory map: a truncated file would end the process.</summary>
    public static string ConnectionTo(string path, int copy = 0) => new SqliteConnectionStringBuilder
    {
        // Escaped part by part: as it is, a '?' or '#' in a folder's name would end the path.
        DataSource = $"file:{string.Join('/', System.IO.Path.GetFullPath(path).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString))}?immutable=1&copy={copy}",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();
}
