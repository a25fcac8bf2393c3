using LastTrainHome.Library;

namespace LastTrainHome.Editions;

/// <summary>The editions that can be read now, and which of them is current. The one before stays, so that going back is instant;
/// older ones leave with their last reader.</summary>
public sealed class OpenLibraries : IDisposable
{
    private const int Capacity = 2;

    private readonly Lock gate = new();
    private readonly List<OpenLibrary> open = []; // the current one first
    private readonly Lazy<OpenLibrary> blank = new(Blank);
    private volatile OpenLibrary? current;

    /// <summary>The current edition's id, or null while there is none.</summary>
    public string? Current => current?.Edition;

    /// <summary>Why there is no current edition, as long as there is none.</summary>
    public string Reason { get; set; } = "The library is being opened.";

    /// <summary>Borrows the current edition; while there is none, a library with no pages. One lease sees one edition.</summary>
    public LibraryLease Borrow()
    {
        while (true)
            if ((current ?? blank.Value) is var seen && seen.TryTake())
                return new(seen);
    }

    /// <summary>Whether this very library is the one that readers get.</summary>
    public bool IsCurrent(OpenLibrary library) => current == library;

    /// <summary>Makes an edition that is still on the libraries the current one.</summary>
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

    /// <summary>Puts an edition up as the current one, in place of an earlier library of the same edition.</summary>
    public void Put(OpenLibrary library)
    {
        List<OpenLibrary> leaving;
        lock (gate)
        {
            leaving = [.. open.Where(old => old.Edition == library.Edition)];
            open.RemoveAll(leaving.Contains);
            leaving.AddRange(open.Skip(Capacity - 1));
            open.RemoveAll(leaving.Contains);
            open.Insert(0, library);
            library.Left += Tidy;
            current = library;
        }
        leaving.ForEach(old => old.Release());
    }

    public void Dispose()
    {
        List<OpenLibrary> leaving;
        lock (gate)
        {
            leaving = [.. open];
            leaving.ForEach(library => library.Left -= Tidy); // the next start reads the same files
            open.Clear();
            current = null;
        }
        leaving.ForEach(library => library.Release());
        if (blank.IsValueCreated)
            blank.Value.Release();
    }

    private void Tidy(OpenLibrary gone)
    {
        lock (gate)
        {
            if (!open.Exists(library => library.Path == gone.Path))
                File.Delete(gone.Path);
        }
    }

    private static OpenLibrary Blank()
    {
        var path = Path.Combine(Path.GetTempPath(), $"library-none-{Guid.NewGuid():N}.db");
        LibraryFile.Write(path, []);
        var library = new OpenLibrary("", path);
        library.Left += _ => File.Delete(path);
        return library;
    }
}

/// <summary>An edition in a reader's hands.</summary>
public sealed class LibraryLease(OpenLibrary library) : IDisposable
{
    private OpenLibrary? held = library;

    public OpenLibrary Library { get; } = library;

    public LibraryDb Open() => held?.Open() ?? throw new ObjectDisposedException(nameof(LibraryLease));

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
