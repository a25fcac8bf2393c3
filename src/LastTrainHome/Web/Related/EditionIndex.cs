using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Related;

/// <summary>What the pages of an edition have in common: its study, the title of every page, themes, links, sources and statistics. It is read
/// once per edition and never changes, so that a page asks the library only for its own content.</summary>
public sealed class EditionIndex
{
    private readonly Dictionary<string, SourceEntry> sources;
    private readonly ILookup<string, string> sourcesOfPage;
    private readonly ILookup<string, string> themesOfPage;
    private readonly ILookup<string, string> linksTo;
    private readonly Dictionary<string, IndexedPage> pages;

    private EditionIndex(Rows rows)
    {
        Study = rows.Study;
        Pages = rows.Pages;
        Themes = rows.Themes;
        Sections = rows.Sections;
        Claims = rows.Claims;
        Statistics = rows.Statistics;
        Counts = rows.Pages.CountBy(page => page.Kind).ToDictionary();
        pages = rows.Pages.ToDictionary(page => page.Key);
        sources = rows.Sources;
        sourcesOfPage = rows.Citations.ToLookup(row => row.Page, row => row.Other);
        themesOfPage = rows.Passages.ToLookup(row => row.Page, row => row.Other);
        linksTo = rows.Links.ToLookup(row => row.Other, row => row.Page);
    }

    /// <summary>The study; null while nothing has been published.</summary>
    public StudyInfo? Study { get; }

    /// <summary>Every page, by its number.</summary>
    public IReadOnlyList<IndexedPage> Pages { get; }

    /// <summary>The themes, in order.</summary>
    public IReadOnlyList<IndexedTheme> Themes { get; }

    /// <summary>The chapters, in order.</summary>
    public IReadOnlyList<IndexedSection> Sections { get; }

    /// <summary>The statements checked, in order.</summary>
    public IReadOnlyList<IndexedClaim> Claims { get; }

    /// <summary>The statistics with their series, breaks and observations, in order.</summary>
    public IReadOnlyList<Statistic> Statistics { get; }

    /// <summary>How many pages there are of each kind that has any.</summary>
    public IReadOnlyDictionary<PageKind, int> Counts { get; }

    /// <summary>All sources, in the order of the library.</summary>
    public IEnumerable<SourceEntry> Sources => sources.Values;

    public static async Task<EditionIndex> ReadAsync(LibraryDb db)
    {
        var themes = await db.Themes
            .OrderBy(theme => theme.Position)
            .Select(theme => new IndexedTheme(
                theme.Key, theme.Slug, theme.Title, theme.Original, theme.Question, theme.Summary, theme.Minutes, theme.Words))
            .ToListAsync();
        return new(new(
            await StudyInfo.ReadAsync(db, themes),
            await db.Pages
                .OrderBy(page => page.Number)
                .Select(page => new IndexedPage(page.Key, page.Kind, page.Slug, page.Title, page.Position, page.File))
                .ToListAsync(),
            themes,
            await db.Sections
                .OrderBy(section => section.Position)
                .Select(section => new IndexedSection(section.Key, section.Slug, section.Title, section.Summary, section.Words))
                .ToListAsync(),
            await db.Claims
                .OrderBy(claim => claim.Position)
                .Select(claim => new IndexedClaim(
                    claim.Key, claim.Slug, claim.Title, claim.Verdict, claim.SectionKey,
                    claim.Statistics.Select(against => against.StatisticKey).ToList()))
                .ToListAsync(),
            await db.Statistics
                .Include(statistic => statistic.Series).Include(statistic => statistic.Breaks).Include(statistic => statistic.Observations)
                .AsSplitQuery().AsNoTracking()
                .OrderBy(statistic => statistic.Position)
                .ToListAsync(),
            await db.Sources
                .Select(source => new { source.Key, Entry = new SourceEntry(source.Slug, source.Short, source.ReferenceHtml) })
                .ToDictionaryAsync(source => source.Key, source => source.Entry),
            await db.Citations.Select(citation => new Pair(citation.PageKey, citation.SourceKey)).Distinct().ToListAsync(),
            await db.Passages.Select(passage => new Pair(passage.PageKey, passage.ThemeKey)).Distinct().ToListAsync(),
            await db.Links.Select(link => new Pair(link.FromKey, link.ToKey)).ToListAsync()));
    }

    /// <summary>What stands around a page's own text.</summary>
    public RelatedContent RelatedTo(string key) => new(ThemesOf(key), SourcesOf(key), LinksTo(key));

    /// <summary>The sources that these pages cite, by author and date.</summary>
    public List<SourceEntry> SourcesOf(params IEnumerable<string> pages) => InOrder(pages.SelectMany(page => sourcesOfPage[page]));

    /// <summary>The sources with these keys, by author and date.</summary>
    public List<SourceEntry> InOrder(IEnumerable<string> keys)
    {
        var wanted = keys.ToHashSet();
        return [.. sources.Where(source => wanted.Contains(source.Key)).Select(source => source.Value)
            .OrderBy(source => source.Short, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A source; null where there is none with that key.</summary>
    public SourceEntry? Source(string? key) => key is null ? null : sources.GetValueOrDefault(key);

    /// <summary>The statistic with a slug, or null.</summary>
    public Statistic? Statistic(string slug) => Statistics.FirstOrDefault(statistic => statistic.Slug == slug);

    /// <summary>The themes that a page belongs to, other than itself.</summary>
    public List<RelatedContent.ThemeEntry> ThemesOf(string key)
    {
        var own = themesOfPage[key].ToHashSet();
        return [.. Themes.Where(theme => theme.Key != key && own.Contains(theme.Key))
            .Select(theme => new RelatedContent.ThemeEntry(theme.Slug, theme.Title))];
    }

    private List<RelatedContent.LinkingPages> LinksTo(string key) =>
        [.. linksTo[key].Where(from => from != key).Select(from => pages[from])
            .GroupBy(page => page.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new RelatedContent.LinkingPages(
                kind.Key,
                [.. kind.OrderBy(page => page.Position).Select(page => new RelatedContent.LinkingPage(page.Kind.Address(page.Slug), page.Title))]))];

    /// <summary>A page and what it leads to: a source, a theme or another page, by their keys.</summary>
    private sealed record Pair(string Page, string Other);

    private sealed record Rows(
        StudyInfo? Study, List<IndexedPage> Pages, List<IndexedTheme> Themes, List<IndexedSection> Sections, List<IndexedClaim> Claims,
        List<Statistic> Statistics, Dictionary<string, SourceEntry> Sources, List<Pair> Citations, List<Pair> Passages, List<Pair> Links);
}

public sealed record IndexedPage(string Key, PageKind Kind, string Slug, string Title, int Position, string File);

public sealed record IndexedTheme(
    string Key, string Slug, string Title, string? Original, string Question, string? Summary, int? Minutes, int Words);

public sealed record IndexedSection(string Key, string Slug, string Title, string? Summary, int Words);

/// <param name="Statistics">The keys of the statistics it is checked against.</param>
public sealed record IndexedClaim(string Key, string Slug, string Title, Verdict Verdict, string SectionKey, List<string> Statistics);
