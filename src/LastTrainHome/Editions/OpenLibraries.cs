namespace LastTrainHome.Editions;

/// <summary>The libraries that can be read now, and which of them is current. The previous one stays open, so that going back is instant;
/// older ones are closed when their last reader is done.</summary>
public sealed class OpenLibraries : IDisposable
{
    private const int Capacity = 2;

    private readonly Lock gate = new();
    private readonly List<OpenLibrary> open = []; // the current one first
    private readonly Lazy<OpenLibrary> empty = new(Empty);
    private volatile OpenLibrary? current;

    /// <summary>The current edition's id, or null while there is none.</summary>
    public string? Current => current?.Edition;

    /// <summary>One sentence that says why there is no current edition, for as long as there is none.</summary>
    public string UnavailableReason { get; set; } = "The library is being opened.";

    /// <summary>Leases the current library, or one without pages while there is none. A lease reads one edition only.</summary>
    public LibraryLease Lease()
    {
        // A library that was replaced between the two looks has no readers any more; the second look finds the new one.
        while (true)
            if ((current ?? empty.Value) is var library && library.TryAddReader())
                return new(library);
    }

    /// <summary>Whether new readers get this very library.</summary>
    public bool IsCurrent(OpenLibrary library) => current == library;

    /// <summary>Makes an edition current whose library is still open.</summary>
    public bool TryMakeCurrent(string edition)
    {
        lock (gate)
        {
            if (open.Find(library => library.Edition == edition) is not { } found)
                return false;
            open.Remove(found);
            open.Insert(0, found);
            current = found;
            return true;
        }
    }

    /// <summary>Makes a library current. It replaces an earlier library of the same edition.</summary>
    public void MakeCurrent(OpenLibrary library)
    {
        List<OpenLibrary> closing;
        lock (gate)
        {
            closing = [.. open.Where(old => old.Edition == library.Edition)];
            open.RemoveAll(closing.Contains);
            closing.AddRange(open.Skip(Capacity - 1));
            open.RemoveAll(closing.Contains);
            open.Insert(0, library);
            library.Closed += DeleteFile;
            current = library;
        }
        closing.ForEach(old => old.Release());
    }

    public void Dispose()
    {
        List<OpenLibrary> closing;
        lock (gate)
        {
            closing = [.. open];
            closing.ForEach(library => library.Closed -= DeleteFile); // the next start reads the same files
            open.Clear();
            current = null;
        }
        closing.ForEach(library => library.Release());
        if (empty.IsValueCreated)
            empty.Value.Release();
    }

    private void DeleteFile(OpenLibrary closed)
    {
        lock (gate)
        {
            if (!open.Exists(library => library.Path == closed.Path))
                LibraryFile.Delete(closed.Path);
        }
    }

    private static OpenLibrary Empty()
    {
        var path = Path.Combine(Path.GetTempPath(), $"library-none-{Guid.NewGuid():N}.db");
        LibraryFile.Write(path, []);
        var library = new OpenLibrary("", path);
        library.Closed += _ => File.Delete(path);
        return library;
    }
}
