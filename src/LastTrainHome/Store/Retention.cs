using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store;

/// <summary>Erases what is kept for a time only, once that is over: when the site starts, and every day while it runs.</summary>
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
                await ForgetAsync();
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await reports.ForgetAsync();
        }
        catch (Exception failure) when (failure is SqliteException or DbUpdateException or StoreBusyException or StoreClosedException)
        {
            log.LogError(failure, "What has been kept long enough could not be erased; it is tried again tomorrow");
        }
    }
}
