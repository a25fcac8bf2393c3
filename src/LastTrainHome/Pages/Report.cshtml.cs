using System.Net.Mail;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.UseCases;
using LastTrainHome.UseCases.Reporting;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>Takes what a reader says is wrong, for the editors.</summary>
public sealed class ReportModel(
    SendReport send, RateLimits limits, LibraryLease lease, LibraryDb library, Addresses addresses, IOptions<SiteOptions> site) : PageModel
{
    private static readonly Refusal TooMany = new(
        "Too many reports came from your network within an hour, so this one was not sent. Everything you typed is here: send it again later.");

    private static readonly Refusal FilledByMachine = new(
        "A field that people do not see was filled in, perhaps by your browser, so nothing was sent. It is empty again now: please send the report once more.");

    private static readonly Refusal Foreign = new(
        "This is no address of this site. Copy it from the page with the mistake, or leave the field empty.", nameof(About));

    /// <summary>The page with the mistake, as the reader names it.</summary>
    [BindProperty]
    public string? About { get; set; }

    /// <summary>What is wrong.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Where the reader knows it from.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>How to reach the reader.</summary>
    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>Nobody sees this field; a machine that fills in forms fills it in.</summary>
    [BindProperty]
    public string? Website { get; set; }

    /// <summary>The page with the mistake, or null where none of this site was named.</summary>
    public NamedPage? Named { get; private set; }

    /// <summary>Where readers can write instead; null where nothing is set.</summary>
    public (string Address, string Name)? WriteTo { get; private set; }

    /// <summary>For how many days it is kept how to reach a reader, at most.</summary>
    public static int ContactDays => (int)Store.Report.ContactStays.TotalDays;

    /// <param name="about">The path of the page; bound to the query explicitly, since <c>page</c> in a route is this page's own name.</param>
    public Task OnGetAsync([FromQuery(Name = "page")] string? about, CancellationToken cancel)
    {
        About = addresses.PathOf(about);
        return DescribeAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await DescribeAsync(cancel);
        var page = addresses.PathOf(About);
        var isForeign = page is null or { Length: > Store.Report.MaxPage } && !string.IsNullOrWhiteSpace(About);
        Refusal?[] refusals =
        [
            isForeign ? Foreign : null,
            .. SendReport.Problems(Text, Source, Contact),
            string.IsNullOrEmpty(Website) ? null : FilledByMachine,
        ];
        if (Array.Exists(refusals, refusal => refusal is not null))
            return this.Refuse(refusals.OfType<Refusal>());
        if (!limits.Reports.TryUse(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return this.Refuse(TooMany);
        }

        TempData[ReportSentModel.Number] = (await send.SendAsync(page, lease.Library.Edition, Text, Source, Contact)).Number;
        return LocalRedirect("/report/sent");
    }

    private async Task DescribeAsync(CancellationToken cancel)
    {
        if (addresses.PathOf(About) is { Length: <= Store.Report.MaxPage } path)
            Named = await NamedPage.FindAsync(library, path, cancel);
        if (site.Value.ReportTo is not { Length: > 0 } to)
            return;
        var subject = Uri.EscapeDataString("A mistake on the page " + addresses.Whole(Named?.Path ?? "/"));
        WriteTo = (MailAddress.TryCreate(to, out var mail) ? $"mailto:{mail.Address}?subject={subject}" : to, to);
    }
}
