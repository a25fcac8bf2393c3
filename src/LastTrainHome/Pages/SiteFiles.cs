using System.Text;
using System.Xml.Linq;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>What search engines look for, and addresses that only lead on.</summary>
public static class SiteFiles
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] OtherPages = ["/timeline", "/compare", "/about", "/about/design"];

    public static void MapSiteFiles(this IEndpointRouteBuilder site)
    {
        site.MapRead("/sitemap.xml", SitemapAsync);
        site.MapRead("/robots.txt", (Addresses addresses) =>
            Results.Text($"User-agent: *\nDisallow: /search\n\nSitemap: {addresses.Whole("/sitemap.xml")}\n", "text/plain", Encoding.UTF8));
        site.MapRead("/events", () => Results.Redirect("/timeline", permanent: true));
        site.MapRead("/events/{slug}", EventAsync);
    }

    private static async Task<IResult> SitemapAsync(LibraryDb db, Addresses addresses, CancellationToken cancel)
    {
        var pages = await db.Pages.OrderBy(page => page.Number).Select(page => new { page.Kind, page.Slug }).ToListAsync(cancel);
        var indexes = pages.Select(page => page.Kind).Distinct().Where(kind => kind is not (PageKind.Documentary or PageKind.Event)).Select(Words.Index);
        var paths = indexes.Concat(OtherPages).Concat(pages.Where(page => page.Kind != PageKind.Event).Select(page => page.Kind.Address(page.Slug)));
        var map = new XElement(Sitemap + "urlset", paths.Select(path => new XElement(Sitemap + "url", new XElement(Sitemap + "loc", addresses.Whole(path)))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map}\n", "application/xml", Encoding.UTF8);
    }

    // An event has no page of its own: it stands on the timeline.
    private static async Task<IResult> EventAsync(string slug, LibraryDb db, CancellationToken cancel)
    {
        if (await db.Events.AnyAsync(happened => happened.Slug == slug, cancel))
            return Results.Redirect(PageKind.Event.Address(slug), permanent: true);

        return await Elsewhere.FindAsync(db, PageKind.Event, slug, cancel) is { } address ? Results.Redirect(address, permanent: true) : Results.NotFound();
    }
}
