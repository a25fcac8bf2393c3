using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Related;

/// <summary>What stands round a page's own text: the themes it belongs to, the sources it cites, and the pages that lead to it.</summary>
public sealed record RelatedContent(List<RelatedContent.ThemeEntry> Themes, List<SourceEntry> Sources, List<RelatedContent.LinkingPages> LinksHere)
{
    public static async Task<RelatedContent> OfAsync(LibraryDb db, string key, CancellationToken cancel)
    {
        var themes = await db.Themes
            .Where(theme => theme.Key != key && db.Passages.Any(passage => passage.PageKey == key && passage.ThemeKey == theme.Key))
            .OrderBy(theme => theme.Position)
            .Select(theme => new ThemeEntry(theme.Slug, theme.Title))
            .ToListAsync(cancel);

        var callers = await (
            from link in db.Links
            where link.ToKey == key && link.FromKey != key
            join page in db.Pages on link.FromKey equals page.Key
            select new { page.Kind, page.Slug, page.Title, page.Position })
            .ToListAsync(cancel);

        return new(themes, await SourcesOfAsync(db, cancel, key),
        [
            .. callers.GroupBy(caller => caller.Kind).OrderBy(kind => kind.Key).Select(kind => new LinkingPages(
                kind.Key,
                [.. kind.OrderBy(caller => caller.Position).Select(caller => new LinkingPage(caller.Kind.Address(caller.Slug), caller.Title))]))
        ]);
    }

    /// <summary>The sources that these pages cite, by author and date.</summary>
    public static async Task<List<SourceEntry>> SourcesOfAsync(LibraryDb db, CancellationToken cancel, params string[] keys)
    {
        var sources = await db.Sources
            .Where(source => db.Citations.Any(citation => citation.SourceKey == source.Key && keys.Contains(citation.PageKey)))
            .Select(source => new SourceEntry(source.Slug, source.Short, source.ReferenceHtml))
            .ToListAsync(cancel);
        return [.. sources.OrderBy(source => source.Short, StringComparer.OrdinalIgnoreCase)];
    }

    public sealed record ThemeEntry(string Slug, string Title);

    /// <summary>Pages of one kind that lead here.</summary>
    public sealed record LinkingPages(PageKind Kind, List<LinkingPage> Pages);

    public sealed record LinkingPage(string Address, string Title);
}

/// <summary>An entry in a list of sources.</summary>
/// <param name="Short">Author and date, as a citation gives them.</param>
public sealed record SourceEntry(string Slug, string Short, string ReferenceHtml);
