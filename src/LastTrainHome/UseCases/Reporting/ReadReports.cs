using System.Linq.Expressions;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Reporting;

/// <summary>What readers have reported, as editors read it.</summary>
public sealed class ReadReports(StudyStore store)
{
    /// <summary>How many of each kind are listed at once.</summary>
    public const int MostListed = 50;

    /// <summary>A report by its number, or null.</summary>
    public async Task<Report?> FindAsync(int number, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Reports.SingleOrDefaultAsync(report => report.Id == number, cancel);
    }

    /// <summary>How many wait for an editor.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Reports.CountAsync(report => report.State == ReportState.Open, cancel);
    }

    /// <summary>The oldest of those that wait, and the latest of those that were closed.</summary>
    public async Task<ReportList> ListAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        var open = db.Reports.Where(report => report.State == ReportState.Open)
            .OrderBy(report => report.SentAt).ThenBy(report => report.Id).Take(MostListed);
        var closed = db.Reports.Where(report => report.State != ReportState.Open)
            .OrderByDescending(report => report.ClosedAt).ThenByDescending(report => report.Id).Take(MostListed);
        var listed = (await open.Concat(closed).Select(report => new ListedReport(
            report,
            db.Current.Any(current => current.EditionId == report.Edition)
                ? null
                : db.Editions.Where(edition => edition.Id == report.Edition).Select(edition => (DateTime?)edition.RecordedAt).FirstOrDefault(),
            db.Accounts.Where(account => account.Id == report.ClosedBy).Select(account => account.UserName).FirstOrDefault()))
            .ToListAsync(cancel)).ToLookup(line => line.Report.State == ReportState.Open);
        return new(
            [.. listed[true].OrderBy(line => line.Report.SentAt).ThenBy(line => line.Report.Id)],
            [.. listed[false].OrderByDescending(line => line.Report.ClosedAt).ThenByDescending(line => line.Report.Id)],
            await CountAsync(listed[true].Count(), report => report.State == ReportState.Open),
            await CountAsync(listed[false].Count(), report => report.State != ReportState.Open));

        // Asked only where not all of them are listed.
        async Task<int> CountAsync(int shown, Expression<Func<Report, bool>> which) =>
            shown < MostListed ? shown : await db.Reports.CountAsync(which, cancel);
    }
}

/// <summary>Reports as an editor's list shows them.</summary>
/// <param name="OpenCount">How many wait, listed or not.</param>
/// <param name="ClosedCount">How many are closed, listed or not.</param>
public sealed record ReportList(IReadOnlyList<ListedReport> Open, IReadOnlyList<ListedReport> Closed, int OpenCount, int ClosedCount);

/// <summary>One report in a list.</summary>
/// <param name="SeenIn">When the edition was published in which the reader saw it; null where that is the current one, or unknown.</param>
/// <param name="Editor">Who closed it, while there is that account.</param>
public sealed record ListedReport(Report Report, DateTime? SeenIn, string? Editor);
