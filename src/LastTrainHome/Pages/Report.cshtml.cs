using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>Says whom to tell of a mistake, and what to tell.</summary>
public sealed class ReportModel(IOptions<SiteOptions> site, Addresses addresses) : PageModel
{
    /// <summary>The whole address of the page with the mistake, or null where none of this site was named.</summary>
    public string? About { get; private set; }

    /// <summary>Where the report goes.</summary>
    public string To { get; private set; } = "";

    /// <summary>The same in words.</summary>
    public string Name { get; private set; } = "";

    /// <param name="about">The path of the page; said explicitly to be of the query, since <c>page</c> in a route is this page's own name.</param>
    public IActionResult OnGet([FromQuery(Name = "page")] string? about)
    {
        if (string.IsNullOrEmpty(site.Value.ReportTo))
            return NotFound();

        // The name comes from the address: only a path of this site is taken for a page.
        About = about is ['/', .. var rest] && !rest.StartsWith('/') && !rest.StartsWith('\\') ? addresses.Whole(about) : null;
        Name = site.Value.ReportTo;
        To = MailAddress.TryCreate(Name, out var mail)
            ? $"mailto:{mail.Address}?subject={Uri.EscapeDataString("A mistake on the page " + (About ?? addresses.Whole("/")))}"
            : Name;
        return Page();
    }
}
