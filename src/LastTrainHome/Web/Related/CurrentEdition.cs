using System.Runtime.CompilerServices;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Web.Metadata;

namespace LastTrainHome.Web.Related;

/// <summary>The edition that this request reads, with what is computed once for all its pages. That lives as long as the open library does.</summary>
public sealed class CurrentEdition(LibraryLease lease, LibraryDb db)
{
    private static readonly ConditionalWeakTable<OpenLibrary, EditionCache> Caches = [];

    /// <summary>The edition's id; empty while nothing has been published.</summary>
    public string Id => lease.Library.Edition;

    internal EditionCache Cache => Caches.GetValue(lease.Library, static _ => new());

    public Task<EditionIndex> IndexAsync() => Cache.IndexAsync(db);
}

/// <summary>What has been computed for one open library.</summary>
internal sealed class EditionCache
{
    private readonly Lock gate = new();
    private Task<EditionIndex>? index;

    public HeadCache Heads { get; } = new();

    public Task<EditionIndex> IndexAsync(LibraryDb db)
    {
        if (Volatile.Read(ref index) is { IsCompletedSuccessfully: true } done)
            return done;
        lock (gate)
        {
            // A damaged library is repaired and read again, so a failure must not stay.
            if (index is null or { IsFaulted: true })
                index = Task.Run(() => EditionIndex.ReadAsync(db));
            return index;
        }
    }
}
