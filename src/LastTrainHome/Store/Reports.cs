using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store;

/// <summary>What readers report and editors make of it.</summary>
public sealed class Reports(StudyStore store, TimeProvider clock)
{
    /// <summary>How long it is kept how to reach a reader, however long the report stays open.</summary>
    public static readonly TimeSpan ContactStays = TimeSpan.FromDays(90);

    /// <summary>How long a report is kept after it was closed.</summary>
    public static readonly TimeSpan ClosedStays = TimeSpan.FromDays(365);

    // Within which the very same report is a double click, or the way back and forth again.
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps what a reader sent.</summary>
    /// <returns>The number of the report.</returns>
    public async Task<int> SendAsync(string? page, string edition, string text, string? source, string? contact)
    {
        var now = Now;
        var sent = await store.WriteAsync(async db =>
        {
            var lately = now - Twice;
            var report = await db.Reports.FirstOrDefaultAsync(one => one.SentAt > lately && one.Page == page && one.Text == text && one.Source == source && one.Contact == contact && one.State == ReportState.Open);
            return report ?? db.Reports.Add(new() { Page = page, Edition = edition, Text = text, Source = source, Contact = contact, SentAt = now }).Entity;
        });
        return sent.Id;
    }

    /// <summary>A report by its number, or null.</summary>
    public async Task<Report?> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Reports.SingleOrDefaultAsync(report => report.Id == id, cancel);
    }

    /// <summary>How many wait for an editor.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Reports.CountAsync(report => report.State == ReportState.Open, cancel);
    }

    /// <summary>Closes a report.</summary>
    /// <returns>False when somebody has closed it already: then it stays as it is. Null when there is none of this number.</returns>
    public Task<bool?> CloseAsync(int id, ReportState outcome, string? note, Guid by) => store.WriteAsync(async db =>
    {
        if (await db.Reports.SingleOrDefaultAsync(one => one.Id == id) is not { } report)
            return (bool?)null;
        if (report.State != ReportState.Open)
            return false;
        report.Close(outcome, note, by, Now);
        return true;
    });

    /// <summary>Opens a closed report again.</summary>
    /// <returns>Whether there is one of this number.</returns>
    public Task<bool> ReopenAsync(int id) => store.WriteAsync(async db =>
    {
        if (await db.Reports.SingleOrDefaultAsync(one => one.Id == id) is not { } report)
            return false;
        report.Reopen();
        return true;
    });

    /// <summary>Erases what has been kept long enough.</summary>
    public Task ForgetAsync() => store.WriteAsync(async db =>
    {
        var (closedBefore, sentBefore) = (Now - ClosedStays, Now - ContactStays);
        await db.Reports.Where(report => report.ClosedAt < closedBefore).ExecuteDeleteAsync();
        await db.Reports.Where(report => report.Contact != null && report.SentAt < sentBefore).ExecuteUpdateAsync(set => set.SetProperty(report => report.Contact, (string?)null));
    });
}
