using LastTrainHome.Library;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LastTrainHome.Publishing;

/// <summary>One edition's library file, open for reading. Once it is withdrawn it leaves the disk with its last reader.</summary>
public sealed class Volume
{
    private readonly string connection;
    private readonly PooledDbContextFactory<LibraryDb> contexts;
    private int readers = 1; // the shelf itself is the first
    private bool keep = true;

    public Volume(string edition, string path)
    {
        Edition = edition;
        Path = path;
        connection = ConnectionTo(path);
        contexts = new(new DbContextOptionsBuilder<LibraryDb>()
            .UseSqlite(connection)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);
    }

    /// <summary>The edition's id.</summary>
    public string Edition { get; }

    public string Path { get; }

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
        if (!Volatile.Read(ref keep))
            File.Delete(Path);
    }

    /// <summary>Takes it off the shelf: with its last reader the handles are closed, and the file goes unless it is to be kept.</summary>
    public void Withdraw(bool keepFile)
    {
        Volatile.Write(ref keep, keepFile);
        Release();
    }

    /// <summary>A file that never changes needs no locks, and no memory map: a truncated one would end the process.</summary>
    public static string ConnectionTo(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = $"file:{string.Join('/', System.IO.Path.GetFullPath(path).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString))}?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();
}
