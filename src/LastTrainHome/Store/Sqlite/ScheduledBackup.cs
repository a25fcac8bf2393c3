using Microsoft.Extensions.Options;

namespace LastTrainHome.Store.Sqlite;

/// <summary>When the site backs itself up.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>Hours between two backups, 0 to 8760; 0: none is made.</summary>
    public int EveryHours { get; set; } = 24;

    /// <summary>How many are kept, at least 1. The oldest go.</summary>
    public int Keep { get; set; } = 7;

    /// <summary>Where they go. Without it, <c>backups</c> in the data folder.</summary>
    public string? Folder { get; set; }

    internal bool IsValid => EveryHours is >= 0 and <= 8760 && Keep >= 1;
}

/// <summary>Backs the study store up while the site runs, and deletes the oldest backups. One that fails is logged and tried again an hour later.</summary>
public sealed class ScheduledBackup(StoreFile store, DataFolder data, IOptions<BackupOptions> options, TimeProvider clock, ILogger<ScheduledBackup> log) : BackgroundService
{
    private const string Prefix = "study-auto-";

    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    private string Folder => options.Value.Folder is { Length: > 0 } set ? Path.GetFullPath(set) : data.Backups;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.EveryHours == 0)
            return;
        await Task.Yield();
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            do
                BackUpIfDue(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; a backup under way left nothing behind.
        }
    }

    /// <summary>Makes a backup if the newest is old enough, and deletes those beyond the number to keep.</summary>
    internal void BackUpIfDue(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            if (Existing().FirstOrDefault() is { } newest && now - newest.LastWriteTimeUtc < TimeSpan.FromHours(options.Value.EveryHours))
                return;
            var made = StoreBackup.Create(store.Path, FormattableString.Invariant($"{Path.Combine(Folder, Prefix)}{now:yyyyMMdd'T'HHmmss'Z'}.db"), cancel);
            File.SetLastWriteTimeUtc(made.Path, now);
            log.LogInformation("The study store is backed up in {File}, {Bytes} bytes", made.Path, made.Bytes);
            foreach (var old in Existing().Skip(options.Value.Keep))
            {
                old.Delete();
                File.Delete(StoreBackup.ChecksumOf(old.FullName));
            }
        }
        catch (Exception failure) when (failure is CannotRunException or IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "The study store could not be backed up; it is tried again in an hour");
        }
    }

    // The newest first.
    private IEnumerable<FileInfo> Existing() => Directory.Exists(Folder)
        ? new DirectoryInfo(Folder).EnumerateFiles($"{Prefix}*.db").OrderByDescending(file => file.Name, StringComparer.Ordinal)
        : [];
}
