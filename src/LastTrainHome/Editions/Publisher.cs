using LastTrainHome.Content;
using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>The one gate to readers. However an edition comes in, it is read, checked, recorded and built, and only then made current; if
/// anything is wrong with it, nothing changes. Publishing, following and repairing wait for one another.</summary>
public sealed class Publisher(Archive archive, LibraryBuilder builder, OpenLibraries libraries, ILogger<Publisher> log) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly EditionReader reader = new();

    /// <summary>Publishes a content folder, if it is sound.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="origin">How it comes in. At a start or by the watcher a folder is published only when it differs from what was last
    /// published from it: an administrator may have gone back to an older edition since, and that is not undone without being
    /// asked.</param>
    /// <param name="keepInMemory">Whether to keep what was read in memory: for a folder that will be published again.</param>
    /// <returns>Null where there is nothing new.</returns>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public async Task<PublishResult?> PublishAsync(string folder, EditionOrigin origin, bool keepInMemory = false)
    {
        using var held = await EnterAsync();
        var files = ContentFolder.Read(folder);
        var last = await archive.LastPublishedFromAsync(folder);
        if (origin is EditionOrigin.Start or EditionOrigin.Watch && last == EditionReader.Hash(files))
            return null;

        var edition = keepInMemory ? reader.Read(files) : EditionReader.ReadOnce(files);
        if (!edition.IsSound)
            return new(edition, IsNew: false);

        var current = await archive.CurrentAsync();
        var recording = Task.Run(() => archive.RecordAsync(edition, origin));
        var library = builder.Build(edition, keepInMemory);
        await recording;
        if (current != edition.Id || last != edition.Id)
            await archive.MakeCurrentAsync(edition.Id, origin, folder);
        libraries.MakeCurrent(library);
        log.LogInformation("Edition {Edition} is current: {Pages} pages from {Folder}", edition.Id[..16], edition.Pages.Count, folder);
        return new(edition, IsNew: current != edition.Id);
    }

    /// <summary>Reads a folder into memory, so that the first change to it is published as fast as later ones.</summary>
    public async Task ReadAheadAsync(string folder)
    {
        using var held = await EnterAsync();
        var edition = reader.Read(ContentFolder.Read(folder));
        if (edition.IsSound && edition.Id == libraries.Current)
            builder.KeepInMemory(edition);
    }

    /// <summary>Opens the edition that the store's pointer names, where it is not current already.</summary>
    /// <returns>Whether there is such an edition and it can be read.</returns>
    public async Task<bool> FollowAsync()
    {
        using var held = await EnterAsync();
        if (await archive.CurrentAsync() is not { } current)
            return false;
        if (current == libraries.Current || libraries.TryMakeCurrent(current))
            return true;
        if (await builder.OpenAsync(current) is not { } library)
            return false;
        libraries.MakeCurrent(library);
        log.LogInformation("Edition {Edition} is current", current[..16]);
        return true;
    }

    /// <summary>Builds the file of a damaged library again.</summary>
    /// <returns>Whether the current edition can be read now.</returns>
    public async Task<bool> RepairAsync(OpenLibrary damaged)
    {
        using var held = await EnterAsync();
        if (!libraries.IsCurrent(damaged))
            return true; // another request was first
        log.LogError("The library file {File} is damaged and will be rebuilt from the recorded edition", damaged.Path);
        File.Delete(damaged.Path);
        if (await builder.OpenAsync(damaged.Edition) is not { } library)
            return false;
        libraries.MakeCurrent(library);
        return true;
    }

    public void Dispose() => gate.Dispose();

    private async Task<Held> EnterAsync()
    {
        await gate.WaitAsync();
        return new(gate);
    }

    private readonly struct Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
