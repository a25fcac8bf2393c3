using LastTrainHome.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Editions;

/// <summary>Opens the library when the site starts, and keeps it up to date while it runs: a saved content file is published, an edition
/// that another process made current is followed.</summary>
public sealed class ContentWatcher(
    Publisher publisher, Archive archive, LibraryBuilder builder, OpenLibraries libraries,
    StudyFolders folders, IOptions<ContentOptions> content, ILogger<ContentWatcher> log) : BackgroundService
{
    // Polling finds what file events miss: a folder replaced, a network drive, an editor's rename. A thousand files cost about 2 ms.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    private string? lastFingerprint;

    /// <summary>Publishes the content folder if it changed while the site was stopped, else opens the current edition.</summary>
    public async Task OpenAsync()
    {
        lastFingerprint = Fingerprint();
        var isSound = await PublishAsync(EditionOrigin.Start);
        if (!await publisher.FollowAsync())
            libraries.UnavailableReason = isSound
                ? "Nothing has been published yet."
                : "The content folder has mistakes, and no edition was ever published. The log names them.";
        builder.DeleteUnused(libraries.Current);
        await WarmAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            if (content.Value.Watch && folders.Content is { } folder)
                await publisher.ReadAheadAsync(folder);
            using var timer = new PeriodicTimer(PollInterval);
            while (await timer.WaitForNextTickAsync(stopping))
                await PollAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        try
        {
            if (content.Value.Watch && Fingerprint() is var now && now != lastFingerprint)
                await PublishWhenAtRestAsync(now, stopping);
            else if (await archive.CurrentAsync(stopping) is { } current && current != libraries.Current)
                await publisher.FollowAsync();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbUpdateException or SqliteException)
        {
            log.LogError(failure, "The content folder could not be read or published; it will be tried again");
        }
    }

    // An editor may save several files, or one in several steps.
    private async Task PublishWhenAtRestAsync(string? fingerprint, CancellationToken stopping)
    {
        for (var next = fingerprint; ; fingerprint = next)
        {
            await Task.Delay(50, stopping);
            next = Fingerprint();
            if (next == fingerprint)
                break;
        }

        lastFingerprint = fingerprint;
        await PublishAsync(EditionOrigin.Watch);
    }

    private async Task<bool> PublishAsync(EditionOrigin origin)
    {
        if (folders.Content is not { } folder)
            return true;
        if (await publisher.PublishAsync(folder, origin, keepInMemory: content.Value.Watch) is not { Edition.IsSound: false } refused)
            return true;
        log.LogError(
            "The content folder has mistakes and was not published:\n{Problems}", string.Join('\n', refused.Edition.Problems.Take(50)));
        return false;
    }

    private string? Fingerprint()
    {
        if (folders.Content is not { } folder || !Directory.Exists(folder))
            return null;
        var hash = new HashCode();
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            AttributesToSkip = FileAttributes.Hidden,
        };
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

    // The first query builds EF Core's model of the library; no reader should wait for that.
    private async Task WarmAsync()
    {
        using var lease = libraries.Lease();
        await using var db = lease.Open();
        await db.Documentaries.FirstOrDefaultAsync();
        await db.Sections.OrderBy(section => section.Position).Select(section => section.Title).FirstOrDefaultAsync();
    }
}
