using System.Net;
using System.Text.RegularExpressions;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;

namespace LastTrainHome.Web.Prepared;

/// <summary>Every address that answers all readers who have not signed in alike.</summary>
/// <param name="Pages">Pages with an address of their own.</param>
/// <param name="Boxes">The small boxes that texts link to.</param>
/// <param name="Files">Downloads and what search engines read.</param>
internal sealed partial record PublicAddresses(List<string> Pages, List<string> Boxes, List<string> Files)
{
    // Pages that are the same for everybody and in no sitemap.
    private static readonly string[] Unlisted = ["/offline", "/my-work", "/settings", "/privacy"];

    private static readonly string[] SourceFormats = ["bib", "ris", "json"];

    public static PublicAddresses List(LibraryDb db, EditionIndex index)
    {
        var numbers = db.Pages.Select(page => page.Html).AsEnumerable()
            .SelectMany(html => NumberLink().Matches(html).Select(link => $"/boxes{link.Groups["page"]}/{link.Groups["cell"]}"))
            .Distinct();
        var others = index.Pages
            .Where(page => page.Kind is PageKind.Term or PageKind.Person or PageKind.Place or PageKind.Event or PageKind.Source)
            .Select(page => $"/boxes/{page.Kind.Folder()}/{page.Slug}");
        return new(
            [.. PublicPage.List(index).Select(page => page.Path), .. Unlisted],
            [.. others, .. numbers],
            [
                "/search", "/sitemap.xml", "/robots.txt", "/terms/cards.txt",
                .. index.Statistics.SelectMany(statistic => (string[])[$"{statistic.Address}.csv", $"{statistic.Address}.json"]),
                .. index.Sources.SelectMany(source => SourceFormats.Select(format => $"/sources/{source.Slug}.{format}")),
            ]);
    }

    /// <summary>The filtered indexes that a page links to: <c>/timeline?kind=film</c>.</summary>
    public static IEnumerable<string> FiltersIn(string html) => FilterLink().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    [GeneratedRegex("""<a class="number(?: change)?" href="(?<page>/statistics/[^"#]+)#(?<cell>[^"]+)""")]
    private static partial Regex NumberLink();

    [GeneratedRegex("""href="(/(?:timeline|statistics|claims|terms/cards|terms/cards\.txt)\?[^"#]+)""")]
    private static partial Regex FilterLink();
}
