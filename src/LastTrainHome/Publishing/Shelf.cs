using LastTrainHome.Library;

namespace LastTrainHome.Publishing;

/// <summary>The editions that can be read now, and which of them is current. The one before stays, so that going back is instant;
/// older ones leave with their last reader.</summary>
public sealed class Shelf : IDisposable
{
    private const int Room = 2;

    private readonly Lock door = new();
    private readonly List<Volume> volumes = []; // the current one first
    private readonly Lazy<Volume> blank = new(Blank);
    private volatile Volume? current;

    /// <summary>The current edition's id, or null while there is none.</summary>
    public string? Current => current?.Edition;

    /// <summary>Why there is no current edition, as long as there is none.</summary>
    public string Reason { get; set; } = "The library is being opened.";

    /// <summary>Borrows the current edition; while there is none, a library with no pages. One loan sees one edition.</summary>
    public Loan Borrow()
    {
        while (true)
            if ((current ?? blank.Value) is var seen && seen.TryTake())
                return new(seen);
    }

    /// <summary>Whether this very volume is the one that readers get.</summary>
    public bool IsCurrent(Volume volume) => current == volume;

    /// <summary>Makes an edition that is still on the shelf the current one.</summary>
    public bool TryMakeCurrent(string edition)
    {
        lock (door)
        {
            if (volumes.Find(volume => volume.Edition == edition) is not { } found)
                return false;
            volumes.Remove(found);
            volumes.Insert(0, found);
            current = found;
            return true;
        }
    }

    /// <summary>Puts an edition up as the current one, in place of an earlier volume of the same edition.</summary>
    public void Put(Volume volume)
    {
        List<Volume> leaving;
        lock (door)
        {
            leaving = [.. volumes.Where(old => old.Edition == volume.Edition)];
            volumes.RemoveAll(leaving.Contains);
            leaving.AddRange(volumes.Skip(Room - 1));
            volumes.RemoveAll(leaving.Contains);
            volumes.Insert(0, volume);
            volume.Left += Tidy;
            current = volume;
        }
        leaving.ForEach(old => old.Release());
    }

    public void Dispose()
    {
        List<Volume> leaving;
        lock (door)
        {
            leaving = [.. volumes];
            leaving.ForEach(volume => volume.Left -= Tidy); // the next start reads the same files
            volumes.Clear();
            current = null;
        }
        leaving.ForEach(volume => volume.Release());
        if (blank.IsValueCreated)
            blank.Value.Release();
    }

    private void Tidy(Volume gone)
    {
        lock (door)
        {
            if (!volumes.Exists(volume => volume.Path == gone.Path))
                File.Delete(gone.Path);
        }
    }

    private static Volume Blank()
    {
        var path = Path.Combine(Path.GetTempPath(), $"library-none-{Guid.NewGuid():N}.db");
        LibraryFile.Write(path, []);
        var volume = new Volume("", path);
        volume.Left += _ => File.Delete(path);
        return volume;
    }
}

/// <summary>An edition in a reader's hands.</summary>
public sealed class Loan(Volume volume) : IDisposable
{
    private Volume? held = volume;

    public Volume Volume { get; } = volume;

    public LibraryDb Open() => held?.Open() ?? throw new ObjectDisposedException(nameof(Loan));

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
