using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Desk;

/// <summary>What readers have reported: an editor looks, mends the file or does not, and closes it.</summary>
public sealed class ReportsModel(StudyStore store, Reports reports, LibraryDb library) : PageModel
{
    /// <summary>How many of each are shown at once.</summary>
    public const int Shown = 50;

    /// <summary>What waits, the oldest first.</summary>
    public List<Line> Open { get; private set; } = [];

    /// <summary>What was closed, the latest first.</summary>
    public List<Line> Closed { get; private set; } = [];

    public int OpenCount { get; private set; }
    public int ClosedCount { get; private set; }

    /// <summary>Which report could not be closed, the note that was typed, and why.</summary>
    public (int Id, string? Note, string Why)? Refused { get; private set; }

    /// <summary>What was done.</summary>
    [TempData]
    public string? Said { get; set; }

    public static int ClosedDays => (int)Reports.ClosedStays.TotalDays;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        OpenCount = await db.Reports.CountAsync(report => report.State == ReportState.Open, cancel);
        ClosedCount = await db.Reports.CountAsync(report => report.State != ReportState.Open, cancel);
        var open = await db.Reports.Where(report => report.State == ReportState.Open).OrderBy(report => report.SentAt).ThenBy(report => report.Id).Take(Shown).ToListAsync(cancel);
        var closed = await db.Reports.Where(report => report.State != ReportState.Open).OrderByDescending(report => report.ClosedAt).ThenByDescending(report => report.Id).Take(Shown).ToListAsync(cancel);

        var editions = await db.Editions.Select(edition => new { edition.Id, edition.RecordedAt }).ToDictionaryAsync(edition => edition.Id, edition => edition.RecordedAt, cancel);
        var current = await db.Current.Select(one => one.EditionId).SingleOrDefaultAsync(cancel);
        var editors = closed.Select(report => report.ClosedBy).Distinct().ToList();
        var names = await db.Accounts.Where(account => editors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.UserName, cancel);
        var pages = new Dictionary<string, NamedPage>();
        foreach (var path in open.Concat(closed).Select(report => report.Page).OfType<string>().Distinct())
            pages[path] = await NamedPage.FindAsync(library, path, cancel);

        Line Of(Report report) => new(
            report,
            report.Page is { } path ? pages[path] : null,
            report.Edition != current && editions.TryGetValue(report.Edition, out var recorded) ? recorded : null,
            report.ClosedBy is { } editor ? names.GetValueOrDefault(editor) : null);
        (Open, Closed) = (open.ConvertAll(Of), closed.ConvertAll(Of));
    }

    /// <param name="outcome"><c>mended</c>; anything else: not a mistake.</param>
    public async Task<IActionResult> OnPostCloseAsync(int id, string? outcome, string? note, CancellationToken cancel)
    {
        var said = UserText.Clean(note, int.MaxValue).Trim();
        if (said.Length > Report.MaxNote)
        {
            if (await reports.FindAsync(id, cancel) is null)
                return NotFound();
            await OnGetAsync(cancel);
            Refused = (id, note, $"Please shorten the note: it has {DisplayFormat.Whole(said.Length)} characters, and {DisplayFormat.Whole(Report.MaxNote)} is the most.");
            return Page();
        }

        var state = outcome == "mended" ? ReportState.Mended : ReportState.NotAMistake;
        if (await reports.CloseAsync(id, state, said.Length == 0 ? null : said, User.AccountId()) is not { } isClosed)
            return NotFound();
        Said = isClosed ? $"Report {id} is closed: {DisplayText.Of(state)}." : $"Report {id} had been closed already, so it stays as it was.";
        return LocalRedirect("/desk/reports");
    }

    public async Task<IActionResult> OnPostReopenAsync(int id)
    {
        if (!await reports.ReopenAsync(id))
            return NotFound();
        Said = $"Report {id} is open again.";
        return LocalRedirect("/desk/reports");
    }

    /// <summary>A report as the list shows it.</summary>
    /// <param name="Page">The page it is about, if the reader named one.</param>
    /// <param name="SeenIn">When the edition was published in which the reader saw it; null where that is the current one, or unknown.</param>
    /// <param name="Editor">Who closed it.</param>
    public sealed record Line(Report Report, NamedPage? Page, DateTime? SeenIn, string? Editor);
}
