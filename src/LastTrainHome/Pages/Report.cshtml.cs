using System.Net.Mail;
using LastTrainHome.Classroom;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.Web;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>Takes what a reader says is wrong, for the editors. It checks the form itself: the framework would refuse an old one and drop the text.</summary>
[IgnoreAntiforgeryToken]
public sealed class ReportModel(Reports reports, SentReports sent, LibraryLease lease, LibraryDb library, Addresses addresses, IAntiforgery forms, IOptions<SiteOptions> site) : PageModel
{
    private const string Stale = "This form was out of date, or your browser takes no cookies from this site, so nothing was sent. Everything you typed is here: please send it again.";
    private const string TooMany = "Too many reports came from your network within an hour, so this one was not sent. Everything you typed is here: send it again later.";
    private const string Foreign = "This is no address of this site. Copy it from the page with the mistake, or leave the field empty.";

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

    /// <summary>To whom one can write instead, if anybody.</summary>
    public (string Address, string Name)? Else { get; private set; }

    /// <summary>For how many days it is kept how to reach a reader, at most.</summary>
    public static int ContactDays => (int)Reports.ContactStays.TotalDays;

    /// <param name="about">The path of the page; said explicitly to be of the query, since <c>page</c> in a route is this page's own name.</param>
    public Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? about, CancellationToken cancel)
    {
        About = addresses.PathOf(about);
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await IsValidAsync())
            return await RefuseAsync(StatusCodes.Status400BadRequest, Stale, cancel);

        var page = addresses.PathOf(About);
        var (text, source, contact) = (Clean(Text), Clean(Source), Clean(Contact));
        if (page is null or { Length: > Report.MaxPage } && !string.IsNullOrWhiteSpace(About))
            ModelState.AddModelError(nameof(About), Foreign);
        if (text.Length == 0)
            ModelState.AddModelError(nameof(Text), "Say what is wrong, in a sentence or two.");
        CheckLength(nameof(Text), "what is wrong", text, Report.MaxText);
        CheckLength(nameof(Source), "where you know it from", source, Report.MaxSource);
        CheckLength(nameof(Contact), "how to reach you", contact, Report.MaxContact);
        if (!string.IsNullOrEmpty(Website))
            ModelState.AddModelError("", "A field that people do not see was filled in, perhaps by your browser, so nothing was sent. It is empty again now: please send the report once more.");
        if (!ModelState.IsValid)
            return await ShowAsync(cancel);
        if (sent.AreTooManyWith(HttpContext))
            return await RefuseAsync(StatusCodes.Status429TooManyRequests, TooMany, cancel);

        TempData[ReportSentModel.Number] = await reports.SendAsync(page, lease.Library.Edition, text, OrNull(source), OrNull(contact));
        return LocalRedirect("/report/sent");
    }

    private void CheckLength(string field, string what, string typed, int most)
    {
        if (typed.Length > most)
            ModelState.AddModelError(field, $"Please shorten {what}: it has {DisplayFormat.Whole(typed.Length)} characters, and {DisplayFormat.Whole(most)} is the most.");
    }

    private async Task<bool> IsValidAsync()
    {
        try
        {
            return await forms.IsRequestValidAsync(HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            return false; // not a form at all
        }
    }

    private Task<IActionResult> RefuseAsync(int status, string why, CancellationToken cancel)
    {
        Response.StatusCode = status;
        ModelState.AddModelError("", why);
        return ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (addresses.PathOf(About) is { Length: <= Report.MaxPage } path)
            Named = await NamedPage.FindAsync(library, path, cancel);
        if (site.Value.ReportTo is { Length: > 0 } to)
            Else = (MailAddress.TryCreate(to, out var mail) ? $"mailto:{mail.Address}?subject={Uri.EscapeDataString("A mistake on the page " + addresses.Whole(Named?.Path ?? "/"))}" : to, to);
        return Page();
    }

    private static string Clean(string? typed) => UserText.Clean(typed, int.MaxValue).Trim();

    private static string? OrNull(string typed) => typed.Length == 0 ? null : typed;
}
