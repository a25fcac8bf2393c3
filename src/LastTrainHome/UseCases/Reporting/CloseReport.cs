using System.Globalization;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Reporting;

/// <summary>Closes a report once an editor has looked into it, and opens it again.</summary>
public sealed class CloseReport(StudyStore store, TimeProvider clock)
{
    /// <param name="outcome">What has become of it.</param>
    /// <param name="note">What the editor says about it, as typed.</param>
    /// <param name="editor">Who closes it.</param>
    public async Task<ClosedReport> CloseAsync(int number, ReportState outcome, string? note, Guid editor)
    {
        var clean = UserText.Clean(note, int.MaxValue).Trim();
        if (clean.Length > Report.MaxNote)
            return new(CloseReportResult.NoteTooLong, string.Create(CultureInfo.InvariantCulture,
                $"Please shorten the note: it has {clean.Length:N0} characters, and {Report.MaxNote:N0} is the most."));
        var result = await store.WriteAsync(async db =>
        {
            if (await db.Reports.SingleOrDefaultAsync(one => one.Id == number) is not { } report)
                return CloseReportResult.NotFound;
            if (report.State != ReportState.Open)
                return CloseReportResult.WasClosed;
            report.Close(outcome, clean.Length == 0 ? null : clean, editor, clock.GetUtcNow().UtcDateTime);
            return CloseReportResult.Closed;
        });
        return new(result);
    }

    /// <summary>Opens a closed report again.</summary>
    /// <returns>False when there is none of this number.</returns>
    public Task<bool> ReopenAsync(int number) => store.WriteAsync(async db =>
    {
        if (await db.Reports.SingleOrDefaultAsync(one => one.Id == number) is not { } report)
            return false;
        report.Reopen();
        return true;
    });
}

/// <summary>Whether a report is closed.</summary>
/// <param name="Sentence">Why the note was refused; else null.</param>
public sealed record ClosedReport(CloseReportResult Result, string? Sentence = null);

public enum CloseReportResult
{
    Closed,
    NotFound,

    /// <summary>Somebody closed it before: it stays as it was.</summary>
    WasClosed,

    NoteTooLong,
}
