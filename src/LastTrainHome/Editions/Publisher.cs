using LastTrainHome.Content;
using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>The one gate to readers. Whichever way an edition comes, it is read, checked, recorded, bound and only then made current;
/// where anything is wrong with it, nothing changes.</summary>
public sealed class Publisher(Archive archive, LibraryBuilder builder, OpenLibraries libraries, ILogger<Publisher> log) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly EditionReader reader = new();

    /// <summary>Publishes a content folder, if it is sound.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="origin">By which way it comes in. A start or a watch publishes a folder only when it is not what last came from it: somebody may
    /// have gone back to an older edition since, and that is not undone by itself.</param>
    /// <param name="remember">Whether the folder is published again and again, so that what is known of it is worth keeping in memory.</param>
    /// <returns>Null where there is nothing new.</returns>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public async Task<Publication?> PublishAsync(string folder, EditionOrigin origin, bool remember = false)
    {
        using var turn = await TurnAsync();
        var files = ContentFolder.Read(folder);
        var last = await archive.LastFromAsync(folder);
        if (origin is EditionOrigin.Start or EditionOrigin.Watch && last == EditionReader.Hash(files))
            return null;

        var edition = remember ? reader.Read(files) : EditionReader.ReadOnce(files);
        if (!edition.IsSound)
            return new(edition, IsNew: false);

        var current = await archive.CurrentAsync();
        var recording = Task.Run(() => archive.RecordAsync(edition, origin));
        var library = builder.Bind(edition, remember);
        await recording;
        if (current != edition.Id || last != edition.Id)
            await archive.MakeCurrentAsync(edition.Id, origin, folder);
        libraries.Put(library);
        log.LogInformation("Edition {Edition} is current: {Pages} pages from {Folder}", edition.Id[..16], edition.Pages.Count, folder);
        return new(edition, IsNew: current != edition.Id);
    }

    /// <summary>Reads a folder that will be published again and again, so that the first time is as fast as the later ones.</summary>
    public async Task RememberAsync(string folder)
    {
        using var turn = await TurnAsync();
        var edition = reader.Read(ContentFolder.Read(folder));
        if (edition.IsSound && edition.Id == libraries.Current)
            builder.Remember(edition);
    }

    /// <summary>Brings up the edition that the pointer names, where it is not up already.</summary>
    /// <returns>Whether there is such an edition and it can be read.</returns>
    public async Task<bool> FollowAsync()
    {
        using var turn = await TurnAsync();
        if (await archive.CurrentAsync() is not { } current)
            return false;
        if (current == libraries.Current || libraries.TryMakeCurrent(current))
            return true;
        if (await builder.OpenAsync(current) is not { } library)
            return false;
        libraries.Put(library);
        log.LogInformation("Edition {Edition} is current", current[..16]);
        return true;
    }

    /// <summary>Makes a library's file again that was found damaged.</summary>
    /// <returns>Whether the current edition can be read now.</returns>
    public async Task<bool> RepairAsync(OpenLibrary damaged)
    {
        using var turn = await TurnAsync();
        if (!libraries.IsCurrent(damaged))
            return true; // another request was first
        log.LogError("The library file {File} is damaged; it is made again from the recorded edition", damaged.Path);
        File.Delete(damaged.Path);
        if (await builder.OpenAsync(damaged.Edition) is not { } library)
            return false;
        libraries.Put(library);
        return true;
    }

    public void Dispose() => gate.Dispose();

    private async Task<Turn> TurnAsync()
    {
        await gate.WaitAsync();
        return new(gate);
    }

    private readonly struct Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

/// <summary>What came of publishing a folder.</summary>
/// <param name="Edition">What was read, with its problems.</param>
/// <param name="IsNew">Whether readers get something they did not get before.</param>
public sealed record Publication(Edition Edition, bool IsNew);
