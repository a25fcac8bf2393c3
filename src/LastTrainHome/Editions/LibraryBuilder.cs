using LastTrainHome.Content;
using LastTrainHome.Library;
using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>Builds library files: of an edition that was just read, or of a recorded one. Not thread-safe.</summary>
public sealed class LibraryBuilder(DataFolder data, Archive archive, ILogger<LibraryBuilder> log)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    // The pages of the last file built, so that the next can start as a copy of it.
    private (string Path, Dictionary<string, NumberedPage> Pages)? last;

    /// <summary>Builds the library of an edition that was just read.</summary>
    /// <param name="edition">A sound edition.</param>
    /// <param name="keepInMemory">Whether to keep its pages in memory, so that the next edition is built faster. The caller then records
    /// the file's hash, once readers have the library.</param>
    public OpenLibrary Build(Edition edition, bool keepInMemory)
    {
        var path = PathOf(edition.Id);
        if (!LibraryFile.IsUsable(path))
        {
            Write(path, edition.Pages);
            if (!keepInMemory)
                LibraryFile.RecordHash(path);
        }
        if (keepInMemory)
            KeepInMemory(edition);
        return new(edition.Id, path);
    }

    /// <summary>Keeps an edition's pages in memory, so that the next edition can be built as a copy of its file.</summary>
    public void KeepInMemory(Edition edition) =>
        last = (PathOf(edition.Id), edition.Pages.ToDictionary(page => page.Key, page => new NumberedPage(page)));

    /// <summary>Opens a recorded edition's library, and builds its file again where there is none that can be used.</summary>
    /// <returns>Null where the edition is unknown, or this version of the program finds mistakes in it.</returns>
    public async Task<OpenLibrary?> OpenAsync(string edition)
    {
        var path = PathOf(edition);
        if (LibraryFile.IsUsable(path))
            return new(edition, path);
        if (File.Exists(path))
            log.LogError("The library file {File} is not what was written; it will be rebuilt from the recorded edition", path);

        var read = EditionReader.ReadOnce(await archive.FilesAsync(edition));
        if (read.Id != edition || !read.IsSound)
        {
            log.LogError("The recorded edition {Edition} cannot be built: {Problems}", edition,
                read.Id != edition ? "some of its files are missing from the store" : string.Join("; ", read.Problems.Take(5)));
            return null;
        }
        LibraryFile.Write(path, read.Pages);
        LibraryFile.RecordHash(path);
        return new(edition, path);
    }

    /// <summary>Deletes library files that are not the current one: of other editions and program versions, and abandoned unfinished
    /// ones.</summary>
    public void DeleteUnused(string? current)
    {
        foreach (var file in new DirectoryInfo(data.Library).EnumerateFiles("library-*"))
            if (current is null || (file.FullName != PathOf(current) && file.FullName != LibraryFile.HashFileOf(PathOf(current))))
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

        var added = pages.Where(page => !(before.Pages.TryGetValue(page.Key, out var old) && IsSame(old, page))).ToList();
        var keys = pages.Select(page => page.Key).ToHashSet();
        var removed = added.Where(page => before.Pages.ContainsKey(page.Key)).Select(page => before.Pages[page.Key])
            .Concat(before.Pages.Where(old => !keys.Contains(old.Key)).Select(old => old.Value)).ToList();

        // A copy in which most pages are replaced takes longer than a new file, and the index of another language cuts words in another
        // way.
        if (added.Count + removed.Count > pages.Count / 2 || LanguageOf(added) != LanguageOf(removed.Select(old => old.Page)))
            LibraryFile.Write(path, pages);
        else
            LibraryFile.WriteFrom(before.Path, path, removed, added);
    }

    private static string? LanguageOf(IEnumerable<Page> pages) => pages.OfType<Documentary>().FirstOrDefault()?.WrittenIn;

    private static bool IsSame(NumberedPage old, Page page) =>
        old == new NumberedPage(page)
        || (old.Number == page.Number && old.Position == page.Position
            && !ReferenceEquals(old.Page, page) && PageRows.Of(old.Page).SequenceEqual(PageRows.Of(page)));
}
