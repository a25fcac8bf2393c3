using LastTrainHome.Library;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LastTrainHome.Editions;

/// <summary>One edition's library file, open for reading until its last reader is done. <see cref="OpenLibraries"/> counts as a
/// reader.</summary>
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

        // The number gives each library a connection pool of its own: a file rebuilt under the same name must not be read through old
        // handles.
        connection = ConnectionTo(path, Interlocked.Increment(ref opened));
        contexts = new(new DbContextOptionsBuilder<LibraryDb>()
            .UseSqlite(connection)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .LogTo((id, _) => id == CoreEventId.QueryIterationFailed, ThrowIfDamaged)
            .Options);
    }

    /// <summary>The edition's id; empty for the library without pages.</summary>
    public string Edition { get; }

    public string Path { get; }

    /// <summary>Raised once, when the last reader is done.</summary>
    public event Action<OpenLibrary>? Closed;

    public LibraryDb Open() => contexts.CreateDbContext();

    /// <summary>Counts one more reader, unless the library is closed already.</summary>
    public bool TryAddReader()
    {
        for (var seen = Volatile.Read(ref readers); seen > 0; seen = Volatile.Read(ref readers))
            if (Interlocked.CompareExchange(ref readers, seen + 1, seen) == seen)
                return true;
        return false;
    }

    /// <summary>Counts one reader less; with the last one the library is closed.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref readers) > 0)
            return;

        using (var key = new SqliteConnection(connection))
            SqliteConnection.ClearPool(key);
        Closed?.Invoke(this);
    }

    /// <summary>The connection string for a library file.</summary>
    /// <param name="path">The file. It never changes, so it needs no locks; it is not memory-mapped, because a truncated file would end
    /// the process.</param>
    /// <param name="pool">Connections are pooled by this number.</param>
    public static string ConnectionTo(string path, int pool = 0) => new SqliteConnectionStringBuilder
    {
        DataSource = $"file:{Escaped(path)}?immutable=1&copy={pool}",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    // EF Core has no interceptor for rows that cannot be read; this event is raised for every failed query, and what is thrown here
    // replaces its exception. Nothing but the library is read through these contexts, so the library is what is damaged.
    private void ThrowIfDamaged(EventData failed)
    {
        if ((failed as IErrorEventData)?.Exception is SqliteException failure && LibraryDamagedException.IsDamage(failure))
            throw new LibraryDamagedException(Path, failure);
    }

    // Escaped part by part: an unescaped '?' or '#' in a folder's name would end the path.
    private static string Escaped(string path) =>
        string.Join('/', System.IO.Path.GetFullPath(path).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
