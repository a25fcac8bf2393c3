using LastTrainHome.Content;
using LastTrainHome.Library;
using LastTrainHome.Store;

namespace LastTrainHome.Editions;

/// <summary>The one gate to readers. However an edition comes in, it is read, checked, recorded and built, and only then made current; if
/// anything is wrong with it, nothing changes. Publishing, following and repairing wait for one another.</summary>
public sealed class Publisher(
    Archive archive, LibraryBuilder builder, OpenLibraries libraries, TimeProvider clock, ILogger<Publisher> log) : IDisposable
{
    private const int MaxAttempts = 3;

    private static readonly TimeSpan RepairInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly EditionReader reader = new();
    private readonly FileCache cache = new();
    private Task hashing = Task.CompletedTask;
    private (string Edition, DateTimeOffset At)? repaired;

    /// <summary>Publishes a content folder, if it is sound. Where another process makes another edition current in the meantime, the folder
    /// is read and checked again.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="origin">How it comes in. At a start or by the watcher a folder is published only when it differs from what was last
    /// published from it: an administrator may have gone back to an older edition since, and that is not undone without being
    /// asked.</param>
    /// <param name="keepInMemory">Whether to keep what was read in memory: for a folder that will be published again.</param>
    /// <param name="unsettled">Files that are still being written, relative to the folder. They are published as they last were, or
    /// not at all.</param>
    /// <returns>Null where there is nothing new.</returns>
    /// <exception cref="IOException">The folder or a file in it cannot be read, or the library cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="CannotRunException">Another process keeps making other editions current.</exception>
    public async Task<PublishResult?> PublishAsync(
        string folder, EditionOrigin origin, bool keepInMemory = false, IReadOnlySet<string>? unsettled = null)
    {
        using var held = await EnterAsync();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var basedOn = await archive.CurrentAsync();
            var last = await archive.LastPublishedFromAsync(folder);
            var files = ContentFolder.Read(folder, keepInMemory ? cache : null, Skip);
            if (unsettled is { Count: > 0 })
                files = await SettledAsync(files, unsettled, last);
            if (origin is EditionOrigin.Start or EditionOrigin.Watch && last == EditionReader.Hash(files))
                return null;

            var edition = keepInMemory ? reader.Read(files) : EditionReader.ReadOnce(files);
            if (!edition.IsSound)
                return new(edition, IsNew: false);

            var library = await RecordAndBuildAsync(edition, origin, basedOn, keepInMemory);
            if ((basedOn == edition.Id && last == edition.Id) || await archive.TryMakeCurrentAsync(edition.Id, origin, folder, basedOn))
            {
                libraries.MakeCurrent(library);
                if (keepInMemory)
                    hashing = Task.Run(() => RecordHash(library)); // readers need not wait for it
                log.LogInformation(
                    "Edition {Edition} is current: {Pages} pages from {Folder}", edition.Id[..16], edition.Pages.Count, folder);
                return new(edition, IsNew: basedOn != edition.Id);
            }
            log.LogWarning("Another process made another edition current while {Folder} was being published; it is checked again", folder);
        }

        throw new CannotRunException(
            $"'{folder}' was not published: other processes made other editions current {MaxAttempts} times meanwhile. Publish it again.");
    }

    /// <summary>Reads a folder into memory, so that the first change to it is published as fast as later ones.</summary>
    public async Task ReadAheadAsync(string folder)
    {
        using var held = await EnterAsync();
        var edition = reader.Read(ContentFolder.Read(folder, cache, Skip));
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

    /// <summary>Builds the file of a damaged library again; once a minute at most, because a file that is damaged again at once lies on a
    /// disk that is failing.</summary>
    /// <returns>Whether the current edition can be read now.</returns>
    public async Task<bool> RepairAsync(OpenLibrary damaged, LibraryDamagedException damage)
    {
        using var held = await EnterAsync();
        if (!libraries.IsCurrent(damaged))
            return true; // repaired or replaced since
        var now = clock.GetUtcNow();
        if (repaired is { } last && last.Edition == damaged.Edition && now - last.At < RepairInterval)
        {
            log.LogCritical("The library file {File} was rebuilt and is damaged again: the disk may be failing", damaged.Path);
            return false;
        }

        log.LogError("{Damage} It will be rebuilt from the recorded edition", damage.Message);
        await hashing;
        LibraryFile.Delete(damaged.Path);
        if (await builder.OpenAsync(damaged.Edition) is not { } library)
            return false;
        libraries.MakeCurrent(library);
        repaired = (damaged.Edition, now);
        return true;
    }

    public void Dispose()
    {
        hashing.Wait();
        gate.Dispose();
    }

    // Both are finished, whichever fails, before the next edition may begin.
    private async Task<OpenLibrary> RecordAndBuildAsync(Edition edition, EditionOrigin origin, string? basedOn, bool keepInMemory)
    {
        var recording = Task.Run(() => archive.RecordAsync(edition, origin, basedOn));
        var building = Task.Run(() => builder.Build(edition, keepInMemory));
        await Task.WhenAll(recording, building);
        return await building;
    }

    // A file that is still being written is taken from the edition last published from the folder.
    private async Task<IReadOnlyList<ContentFile>> SettledAsync(
        IReadOnlyList<ContentFile> files, IReadOnlySet<string> unsettled, string? last)
    {
        var before = last is null ? [] : (await archive.FilesAsync(last)).Where(file => unsettled.Contains(file.Path));
        return [.. files.Where(file => !unsettled.Contains(file.Path)).Concat(before).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private void Skip(string path) =>
        log.LogWarning("{File} is no regular file (a pipe, a socket or a device) and was skipped", path);

    private void RecordHash(OpenLibrary library)
    {
        try
        {
            LibraryFile.RecordHash(library.Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(
                "The hash of {File} could not be written, so the file will be rebuilt at the next start: {Reason}",
                library.Path, failure.Message);
        }
    }

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
