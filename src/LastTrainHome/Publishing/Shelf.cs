using LastTrainHome.Library;

namespace LastTrainHome.Publishing;

/// <summary>The editions that can be read now, and which of them is current.</summary>
public sealed class Shelf : IDisposable
{
    private readonly Lock door = new();
    private readonly Dictionary<string, Volume> volumes = [];
    private volatile Volume? current;

    /// <summary>Why there is nothing to read, or null when there is.</summary>
    public string? Reason { get; private set; } = "The library is being opened.";

    /// <summary>Borrows the current edition; while there is none, a library with no pages. One loan sees one edition.</summary>
    public Loan Borrow()
    {
        while (true)
            if ((current ??= Blank()) is var seen && seen.TryTake())
                return new(seen);
    }

    /// <summary>Puts an edition up and makes it the current one. The one before it leaves with its last reader.</summary>
    public void Put(Volume volume)
    {
        lock (door)
        {
            var before = volumes.Values.ToList();
            volumes.Clear();
            volumes[volume.Edition] = volume;
            current = volume;
            Reason = null;
            foreach (var old in before)
                old.Withdraw(keepFile: old.Path == volume.Path);
        }
    }

    private static Volume Blank()
    {
        var path = Path.Combine(Path.GetTempPath(), $"library-none-{Guid.NewGuid():N}.db");
        LibraryFile.Write(path, []);
        return new("", path);
    }

    public void Dispose()
    {
        lock (door)
        {
            current = null;
            foreach (var volume in volumes.Values)
                volume.Withdraw(keepFile: true);
            volumes.Clear();
        }
    }
}

/// <summary>An edition in a reader's hands.</summary>
public sealed class Loan(Volume volume) : IDisposable
{
    private Volume? held = volume;

    /// <summary>The edition's id.</summary>
    public string Edition { get; } = volume.Edition;

    public LibraryDb Open() => held?.Open() ?? throw new ObjectDisposedException(nameof(Loan));

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
