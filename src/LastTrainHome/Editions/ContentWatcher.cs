using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Editions;

/// <summary>Opens the library when the site starts, and keeps it up to date while it runs: a saved content file is published, an edition that
/// another process made current is followed.</summary>
public sealed class ContentWatcher(Publisher publisher, Archive archive, LibraryBuilder builder, OpenLibraries libraries, StudyFolders places, IOptions<ContentOptions> content, ILogger<ContentWatcher> log) : BackgroundService
{
    // Polling finds what file events miss: a folder replaced, a network drive, an editor's rename. A thousand files cost about 2 ms.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    private string? seen;

    /// <summary>Publishes the content folder if it is new, or else brings up the last edition.</summary>
    public async Task OpenAsync()
    {
        seen = Stamp();
        var isSound = await PublishAsync(EditionOrigin.Start);
        if (!await publisher.FollowAsync())
            libraries.Reason = isSound ? "Nothing has been published yet." : "The content folder has mistakes, and no edition was ever published. The log names them.";
        builder.Tidy(libraries.Current);
        await WarmAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            if (content.Value.Watch && places.Content is { } folder)
                await publisher.RememberAsync(folder);
            using var timer = new PeriodicTimer(Beat);
            while (await timer.WaitForNextTickAsync(stopping))
                await LookAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops, or never came to start: that is no fault of this loop.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            if (content.Value.Watch && Stamp() is var now && now != seen)
                await PublishWhenStillAsync(now, stopping);
            else if (await archive.CurrentAsync(stopping) is { } current && current != libraries.Current)
                await publisher.FollowAsync();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
        {
            log.LogError(failure, "The content could not be looked at; it is tried again");
        }
    }

    // An editor may save several files, or one in several steps.
    private async Task PublishWhenStillAsync(string? stamp, CancellationToken stopping)
    {
        for (var next = stamp; ; stamp = next)
        {
            await Task.Delay(50, stopping);
            next = Stamp();
            if (next == stamp)
                break;
        }

        seen = stamp;
        await PublishAsync(EditionOrigin.Watch);
    }

    private async Task<bool> PublishAsync(EditionOrigin origin)
    {
        if (places.Content is not { } folder)
            return true;
        if (await publisher.PublishAsync(folder, origin, remember: content.Value.Watch) is not { Edition.IsSound: false } refused)
            return true;
        log.LogError("The content folder has mistakes and was not published");
        foreach (var problem in refused.Edition.Problems.Take(50))
            log.LogError("{Problem}", problem);
        return false;
    }

    private string? Stamp()
    {
        if (places.Content is not { } folder || !Directory.Exists(folder))
            return null;
        var hash = new HashCode();
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, AttributesToSkip = FileAttributes.Hidden };
        var files = 0;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            files++;
            hash.Add(file.FullName);
            hash.Add(file.LastWriteTimeUtc);
            hash.Add(file.Length);
        }

        return $"{files} {hash.ToHashCode()}";
    }

    // The first query of a library builds its model; a reader should not wait for that.
    private async Task WarmAsync()
    {
        using var lease = libraries.Borrow();
        await using var db = lease.Open();
        await db.Documentaries.FirstOrDefaultAsync();
        await db.Sections.OrderBy(section => section.Position).Select(section => section.Title).FirstOrDefaultAsync();
    }
}
