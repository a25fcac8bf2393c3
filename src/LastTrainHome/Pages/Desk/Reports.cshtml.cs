using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases.Reporting;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Desk;

/// <summary>What readers have reported: an editor looks, corrects the file or does not, and closes the report.</summary>
public sealed class ReportsModel(ReadReports read, CloseReport close, LibraryDb library) : PageModel
{
    public ReportList Reports { get; private set; } = null!;

    /// <summary>The pages that the reports are about, by path.</summary>
    public Dictionary<string, NamedPage> Pages { get; } = [];

    /// <summary>Which report could not be closed, the note that was typed, and why.</summary>
    public (int Number, string? Note, string Sentence)? Refused { get; private set; }

    public static int ClosedDays => (int)Report.ClosedStays.TotalDays;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reports = await read.ListAsync(cancel);
        foreach (var path in Reports.Open.Concat(Reports.Closed).Select(line => line.Report.Page).OfType<string>().Distinct())
            Pages[path] = await NamedPage.FindAsync(library, path, cancel);
    }

    /// <param name="outcome"><c>mended</c>; anything else: not a mistake.</param>
    public async Task<IActionResult> OnPostCloseAsync(int id, string? outcome, string? note, CancellationToken cancel)
    {
        var state = outcome == "mended" ? ReportState.Mended : ReportState.NotAMistake;
        var closed = await close.CloseAsync(id, state, note, User.AccountId());
        switch (closed.Result)
        {
            case CloseReportResult.NotFound:
                return NotFound();
            case CloseReportResult.NoteTooLong:
                if (await read.FindAsync(id, cancel) is null)
                    return NotFound();
                await OnGetAsync(cancel);
                Refused = (id, note, closed.Sentence!);
                return Page();
            case CloseReportResult.Closed:
                this.Flash(FlashMessage.Done($"Report {id} is closed: {state.Name()}."));
                break;
            default:
                this.Flash(FlashMessage.Done($"Report {id} had been closed already, so it stays as it was."));
                break;
        }

        return LocalRedirect("/desk/reports");
    }

    public async Task<IActionResult> OnPostReopenAsync(int id)
    {
        if (!await close.ReopenAsync(id))
            return NotFound();
        this.Flash(FlashMessage.Done($"Report {id} is open again."));
        return LocalRedirect("/desk/reports");
    }
}
