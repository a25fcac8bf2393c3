using LastTrainHome.Library;
using LastTrainHome.Library.Search;
using LastTrainHome.Web;
using LastTrainHome.Web.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages;

/// <summary>What a reader sees in place of a page: it is not there, or nothing has been published yet.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(LibraryDb db, SiteInfo siteInfo) : PageModel
{
    private const int Shown = 5;

    public int Code { get; private set; }

    /// <summary>The path that was asked for.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>What was typed into a form that was refused; null where there is nothing of the kind.</summary>
    public UnsavedForm? Unsaved { get; private set; }

    public string Asked { get; private set; } = "";
    public List<NearMatches.Match> Near { get; private set; } = [];

    // A form that was refused is passed on as it came.
    public Task OnPostAsync(int code, CancellationToken cancel) => OnGetAsync(code, cancel);

    public async Task OnGetAsync(int code, CancellationToken cancel)
    {
        // Asked for by its own address there is nothing here either.
        var passedOn = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Code = passedOn is null ? StatusCodes.Status404NotFound : code;
        Path = passedOn?.OriginalPath ?? Request.Path;
        Response.StatusCode = Code;
        Unsaved = await UnsavedForm.ReadAsync(HttpContext, cancel);
        if (Unsaved is not null)
            return;
        if (Code != StatusCodes.Status404NotFound || await siteInfo.ReadAsync() is null)
            return;

        // The last part of the address is what the reader was looking for.
        var path = passedOn?.OriginalPath ?? "";
        Asked = path.TrimEnd('/').Split('/')[^1].Replace('-', ' ');
        Near = await NearMatches.FindAsync(db, path, Shown, cancel);

        // The library is searched as well: an original in its own letters is near no slug.
        var found = await Finder.FindAsync(db, Asked, null, Shown, cancel);
        Near = [.. Near.Concat(found.Hits.Select(hit => new NearMatches.Match(hit.Kind, hit.Address, hit.Title))).DistinctBy(match => match.Address).Take(Shown)];
    }

    /// <summary>Why the form was refused, in a sentence for the person who sent it.</summary>
    /// <param name="unavailable">Why the site cannot do its work; null where that is not the reason.</param>
    public string WhyUnsaved(string? unavailable) => Code switch
    {
        StatusCodes.Status400BadRequest => "This page was out of date, or your browser takes no cookies from this site, so nothing was saved. "
            + "Everything you typed is here: please send it again.",
        StatusCodes.Status401Unauthorized => "You have been signed out, so nothing was saved. Sign in again in another tab; then come back to this page "
            + "and send it again.",
        StatusCodes.Status404NotFound => "What this belongs to is no longer here, so nothing was saved. What you typed is still here: copy it if you need it.",
        StatusCodes.Status503ServiceUnavailable => $"{unavailable ?? "The site cannot save anything just now."} Nothing was saved; what you typed is here.",
        _ => "This could not be saved. What you typed is still here: copy it if you need it.",
    };
}
