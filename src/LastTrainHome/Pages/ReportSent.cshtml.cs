using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases.Reporting;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages;

/// <summary>Thanks for a report, and shows it once to the reader who sent it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ReportSentModel(ReadReports reports, LibraryDb library) : PageModel
{
    internal const string Number = "Report";

    /// <summary>What was sent just now; null where it has been shown already.</summary>
    public Report? Report { get; private set; }

    /// <summary>The page it is about, if the reader named one.</summary>
    public NamedPage? Named { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Report = TempData[Number] is int number ? await reports.FindAsync(number, cancel) : null;
        Named = Report?.Page is { } path ? await NamedPage.FindAsync(library, path, cancel) : null;
    }
}
