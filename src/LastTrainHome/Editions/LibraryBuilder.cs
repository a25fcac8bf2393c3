using LastTrainHome.Content;
using LastTrainHome.Library;
using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>Makes library files from editions: from one just read, or from the files of a recorded one. Not for use by two threads at once.</summary>
public sealed class LibraryBuilder(DataFolder data, Archive archive, ILogger<LibraryBuilder> log)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    // What the last file was made of, so that the next may begin as its copy.
    private (string Path, Dictionary<string, PageAsPlaced> Pages)? last;

    /// <summary>Binds an edition that was just read.</summary>
    /// <param name="edition">A sound edition.</param>
    /// <param name="remember">Whether its pages are kept in memory, so that the next edition is bound faster.</param>
    public OpenLibrary Bind(Edition edition, bool remember)
    {
        var path = PathOf(edition.Id);
        if (!LibraryFile.IsSound(path))
            Write(path, edition.Pages);
        if (remember)
            Remember(edition);
        return new(edition.Id, path);
    }

    /// <summary>Keeps an edition's pages in memory, so that the next edition can be bound as a copy of its file.</summary>
    public void Remember(Edition edition) => last = (PathOf(edition.Id), edition.Pages.ToDictionary(page => page.Key, page => new PageAsPlaced(page)));

    /// <summary>Opens a recorded edition, and makes its file again where there is none that can be used.</summary>
    /// <returns>Null where the edition is unknown, or this version of the program finds mistakes in it.</returns>
    public async Task<OpenLibrary?> OpenAsync(string edition)
    {
        var path = PathOf(edition);
        if (LibraryFile.IsSound(path))
            return new(edition, path);

        var read = EditionReader.ReadOnce(await archive.FilesAsync(edition));
        if (read.Id != edition || !read.IsSound)
        {
            log.LogError("The recorded edition {Edition} cannot be made again: {Problems}", edition, read.Id != edition ? "its files are not all there" : string.Join("; ", read.Problems.Take(5)));
            return null;
        }
        LibraryFile.Write(path, read.Pages);
        return new(edition, path);
    }

    /// <summary>Removes files that no edition on the libraries needs: of older versions, and such as were never finished.</summary>
    public void Tidy(string? current)
    {
        foreach (var file in new DirectoryInfo(data.Library).EnumerateFiles("library-*"))
            if (current is null || file.FullName != PathOf(current))
                if (file.Extension != ".part" || DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned)
                    file.Delete();
    }

    private string PathOf(string edition) => Path.Combine(data.Library, $"library-{edition[..16]}-{Engine.Version}.db");

    private void Write(string path, IReadOnlyList<Page> pages)
    {
        if (last is not { } before || !File.Exists(before.Path))
        {
            LibraryFile.Write(path, pages);
            return;
        }

        var come = pages.Where(page => !(before.Pages.TryGetValue(page.Key, out var old) && IsSame(old, page))).ToList();
        var now = pages.Select(page => page.Key).ToHashSet();
        var gone = come.Where(page => before.Pages.ContainsKey(page.Key)).Select(page => before.Pages[page.Key])
            .Concat(before.Pages.Where(old => !now.Contains(old.Key)).Select(old => old.Value)).ToList();

        // A copy in which most is replaced takes longer than a new file.
        if (come.Count + gone.Count > pages.Count / 2)
            LibraryFile.Write(path, pages);
        else
            LibraryFile.Rewrite(path, before.Path, gone, come);
    }

    private static bool IsSame(PageAsPlaced old, Page page) =>
        old == new PageAsPlaced(page)
        || (old.Number == page.Number && old.Position == page.Position && !ReferenceEquals(old.Page, page) && PageRows.Of(old.Page).SequenceEqual(PageRows.Of(page)));
}
