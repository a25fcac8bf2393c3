using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web;

/// <summary>What stands round a page's own text: the themes it belongs to, the sources it cites, and the pages that lead to it.</summary>
public sealed record RelatedContent(List<RelatedContent.ThemeLine> Themes, List<SourceLine> Sources, List<RelatedContent.Callers> LinksHere)
{
    public static async Task<RelatedContent> OfAsync(LibraryDb db, string key, CancellationToken cancel)
    {
        var themes = await db.Themes
            .Where(theme => theme.Key != key && db.Passages.Any(passage => passage.PageKey == key && passage.ThemeKey == theme.Key))
            .OrderBy(theme => theme.Position)
            .Select(theme => new ThemeLine(theme.Slug, theme.Title))
            .ToListAsync(cancel);

        var callers = await (
            from link in db.Links
            where link.ToKey == key && link.FromKey != key
            join page in db.Pages on link.FromKey equals page.Key
            select new { page.Kind, page.Slug, page.Title, page.Position })
            .ToListAsync(cancel);

        return new(themes, await SourcesOfAsync(db, cancel, key),
        [
            .. callers.GroupBy(caller => caller.Kind).OrderBy(kind => kind.Key).Select(kind => new Callers(
                kind.Key,
                [.. kind.OrderBy(caller => caller.Position).Select(caller => new Caller(caller.Kind.Address(caller.Slug), caller.Title))]))
        ]);
    }

    /// <summary>The sources that these pages cite, by author and date.</summary>
    public static async Task<List<SourceLine>> SourcesOfAsync(LibraryDb db, CancellationToken cancel, params string[] keys)
    {
        var sources = await db.Sources
            .Where(source => db.Citations.Any(citation => citation.SourceKey == source.Key && keys.Contains(citation.PageKey)))
            .Select(source => new SourceLine(source.Slug, source.Short, source.ReferenceHtml))
            .ToListAsync(cancel);
        return [.. sources.OrderBy(source => source.Short, StringComparer.OrdinalIgnoreCase)];
    }

    public sealed record ThemeLine(string Slug, string Title);

    /// <summary>Pages of one kind that lead here.</summary>
    public sealed record Callers(PageKind Kind, List<Caller> Pages);

    public sealed record Caller(string Address, string Title);
}

/// <summary>An entry in a list of sources.</summary>
/// <param name="Short">Author and date, as a citation gives them.</param>
public sealed record SourceLine(string Slug, string Short, string ReferenceHtml);
