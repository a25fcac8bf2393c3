using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Metadata;

/// <summary>What search engines look for, and addresses that only lead on.</summary>
public static class SiteFiles
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSiteFiles(this IEndpointRouteBuilder site)
    {
        site.MapRead("/sitemap.xml", SitemapAsync);
        site.MapRead("/robots.txt", (Addresses addresses) =>
            Results.Text($"User-agent: *\nDisallow: /report\n\nSitemap: {addresses.Whole("/sitemap.xml")}\n", "text/plain", Encoding.UTF8));
        site.MapRead("/favicon.ico", () => Results.Redirect("/icon.svg", permanent: true)); // asked for by name by what reads no page
        site.MapRead("/events", () => Results.Redirect("/timeline", permanent: true));
        site.MapRead("/events/{slug}", EventAsync);
    }

    // Without an archive nothing is said of age.
    private static async Task<IResult> SitemapAsync(CurrentEdition edition, Addresses addresses, [FromServices] Archive? archive, CancellationToken cancel)
    {
        var since = archive is null ? [] : await archive.UnchangedSinceAsync(cancel);
        var map = new XElement(Sitemap + "urlset", PublicPage.List(await edition.IndexAsync()).Select(page => new XElement(
            Sitemap + "url",
            new XElement(Sitemap + "loc", addresses.Whole(page.Path)),
            Changed(page) is { } changed ? new XElement(Sitemap + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null)));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map}\n", "application/xml", Encoding.UTF8);

        // A page made of many files is as old as the newest of them.
        DateTime? Changed(PublicPage page) => page.Files.Select(file => since.TryGetValue(file, out var changed) ? changed : (DateTime?)null).Max();
    }

    // An event has no page of its own: it stands on the timeline.
    private static async Task<IResult> EventAsync(string slug, LibraryDb db, CancellationToken cancel)
    {
        if (await db.Events.AnyAsync(happened => happened.Slug == slug, cancel))
            return Results.Redirect(PageKind.Event.Address(slug), permanent: true);

        return await Redirects.FindAsync(db, PageKind.Event, slug, cancel) is { } address ? Results.Redirect(address, permanent: true) : Results.NotFound();
    }
}
