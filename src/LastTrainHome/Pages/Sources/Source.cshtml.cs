using LastTrainHome.Library;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sources;

/// <summary>A source: its reference, where it is cited, which numbers were read in it, and the ways to take it along.</summary>
public sealed class SourceModel(LibraryDb db) : PageModel
{
    public Details Source { get; private set; } = null!;
    public List<CitingPage> CitedIn { get; private set; } = [];
    public List<StatisticEntry> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancel)
    {
        var source = await db.Sources
            .Where(source => source.Slug == key)
            .Select(source => new Details(source.Key, source.Slug, source.Title, source.Short, source.ReferenceHtml))
            .SingleOrDefaultAsync(cancel);

        if (source is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Source, key, cancel);

        Source = source;
        var citations = await (
            from citation in db.Citations
            where citation.SourceKey == source.Key
            join page in db.Pages on citation.PageKey equals page.Key
            orderby page.Number, citation.Position
            select new { page.Kind, page.Slug, page.Title, citation.Locator })
            .ToListAsync(cancel);
        CitedIn = [.. citations.GroupBy(citation => (citation.Kind, citation.Slug)).Select(page => new CitingPage(
            page.Key.Kind, page.Key.Kind.Address(page.Key.Slug), page.First().Title, [.. page.Select(citation => citation.Locator).OfType<string>().Distinct()]))];

        Numbers = await db.Statistics
            .Where(statistic => statistic.Observations.Any(cell => cell.SourceKeys.Contains(source.Key)))
            .OrderBy(statistic => statistic.Position)
            .Select(statistic => new StatisticEntry(statistic.Slug, statistic.Title, statistic.Observations.Count(cell => cell.SourceKeys.Contains(source.Key))))
            .ToListAsync(cancel);
        return Page();
    }

    public sealed record Details(string Key, string Slug, string Title, string Short, string ReferenceHtml);

    public sealed record CitingPage(PageKind Kind, string Address, string Title, List<string> Locators);

    /// <param name="Figures">How many of its figures were read in the source.</param>
    public sealed record StatisticEntry(string Slug, string Title, int Figures);
}
