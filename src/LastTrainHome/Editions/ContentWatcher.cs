using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Editions;

/// <summary>Opens the library when the site starts, and keeps it up to date while it runs: a saved content file is published, an edition
/// that another process made current is followed.</summary>
public sealed class ContentWatcher(
    Publisher publisher, Archive archive, LibraryBuilder builder, OpenLibraries libraries,
    StudyFolders folders, IOptions<ContentOptions> content, ILogger<ContentWatcher> log) : BackgroundService
{
    // Looking at a thousand files takes about 2 ms.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    private readonly FolderWatch? watch =
        content.Value.Watch && folders.Content is { } folder ? new(folder, TimeProvider.System) : null;

    private string? lastFault;

    /// <summary>Publishes the content folder if it changed while the site was stopped, else opens the current edition.</summary>
    /// <exception cref="CannotRunException">The disk is full, or the store or a file cannot be used.</exception>
    public async Task OpenAsync()
    {
        try
        {
            watch?.Accept();
            var isSound = await PublishAsync(EditionOrigin.Start, unsettled: null);
            if (!await publisher.FollowAsync())
                libraries.UnavailableReason = isSound
                    ? "Nothing has been published yet."
                    : "The content folder has mistakes, and no edition was ever published. The log names them.";
            builder.DeleteUnused(libraries.Current);
            await WarmAsync();
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            throw new CannotRunException($"The study cannot be opened. {StorageFault.Sentence(failure)}", failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (watch is not null)
                await TryAsync(() => publisher.ReadAheadAsync(folders.Content!));
            using var timer = new PeriodicTimer(PollInterval);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (!await TryAsync(() => PollAsync(stoppingToken)))
                    await Task.Delay(RetryInterval, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    // A change that could not be published stays a change, and is tried again.
    private async Task PollAsync(CancellationToken stopping)
    {
        if (watch?.Poll() is { } unsettled)
        {
            if (unsettled.Count > 0)
                log.LogWarning(
                    "These files keep changing and are published as they were before: {Files}", string.Join(", ", unsettled.Order()));
            await PublishAsync(EditionOrigin.Watch, unsettled);
            watch.Published(unsettled);
        }
        else if (await archive.CurrentAsync(stopping) is { } current && current != libraries.Current)
        {
            await publisher.FollowAsync();
        }
    }

    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            lastFault = null;
            return true;
        }
        catch (Exception failure) when (StorageFault.Is(failure) || failure is CannotRunException or StoreUnavailableException)
        {
            // Said once, not at every try.
            var sentence = StorageFault.Sentence(failure);
            if (sentence != lastFault)
                log.LogError(failure, "The content folder could not be published, and will be tried again. {Sentence}", sentence);
            lastFault = sentence;
            return false;
        }
    }

    private async Task<bool> PublishAsync(EditionOrigin origin, IReadOnlySet<string>? unsettled)
    {
        if (folders.Content is not { } folder)
            return true;
        if (await publisher.PublishAsync(folder, origin, content.Value.Watch, unsettled) is not { Edition.IsSound: false } refused)
            return true;
        log.LogError("The content folder has mistakes and was not published");
        foreach (var problem in refused.Edition.Problems.Take(50))
            log.LogError("{Problem}", problem);
        return false;
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
