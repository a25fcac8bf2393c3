using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store;

/// <summary>Deletes what is kept for a limited time only, once that time is over: when the site starts, and every day while it
/// runs.</summary>
public sealed class Retention(Reports reports, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            using var timer = new PeriodicTimer(Day, clock);
            do
                await DeleteExpiredAsync();
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private async Task DeleteExpiredAsync()
    {
        try
        {
            await reports.ForgetAsync();
        }
        catch (Exception failure) when (failure is SqliteException or DbUpdateException or StoreBusyException or StoreClosedException)
        {
            log.LogError(failure, "Expired data could not be deleted; it will be tried again tomorrow");
        }
    }
}
