using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store;

/// <summary>Erases what is kept for a limited time, once that is over: when the site starts, and every day while it runs.</summary>
public sealed class Retention(StudyStore store, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Erases what has been kept long enough.</summary>
    public Task EraseAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (closedBefore, sentBefore) = (now - Report.ClosedStays, now - Report.ContactStays);
        return store.WriteAsync(async db =>
        {
            await db.Reports.Where(report => report.ClosedAt < closedBefore).ExecuteDeleteAsync();
            await db.Reports.Where(report => report.Contact != null && report.SentAt < sentBefore)
                .ExecuteUpdateAsync(set => set.SetProperty(report => report.Contact, (string?)null));
            await db.Sessions.Where(session => session.EndsAt < now).ExecuteDeleteAsync();
        });
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            using var timer = new PeriodicTimer(Day, clock);
            do
                await TryEraseAsync();
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private async Task TryEraseAsync()
    {
        try
        {
            await EraseAsync();
        }
        catch (StoreUnavailableException failure)
        {
            log.LogError(failure, "Expired data could not be deleted; it will be tried again tomorrow");
        }
    }
}
