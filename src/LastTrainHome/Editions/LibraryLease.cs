using LastTrainHome.Library;

namespace LastTrainHome.Editions;

/// <summary>One reader's hold on an open library: its file stays readable until the lease is disposed of.</summary>
public sealed class LibraryLease(OpenLibrary library) : IDisposable
{
    private OpenLibrary? held = library;

    public OpenLibrary Library { get; } = library;

    /// <summary>A context for reading the library.</summary>
    /// <exception cref="ObjectDisposedException">The lease has been disposed of.</exception>
    public LibraryDb Open() => held?.Open() ?? throw new ObjectDisposedException(nameof(LibraryLease));

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
