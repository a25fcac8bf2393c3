using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Library.Search;

/// <summary>Pages whose address is nearly the one that was asked for.</summary>
public static class NearMatches
{
    private const int LongestAsked = 100;

    public static async Task<List<Match>> FindAsync(LibraryDb db, string path, int count, CancellationToken cancel)
    {
        var parts = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [] || parts[^1] is not { Length: <= LongestAsked } asked)
            return [];

        var kind = parts.Length > 1 ? PageKinds.FromFolder(parts[0]) : null;
        var pages = await db.Pages
            .Where(page => page.Kind != PageKind.Documentary)
            .Select(page => new { page.Kind, page.Slug, page.Title, page.Number })
            .ToListAsync(cancel);

        return
        [
            .. pages
                .Select(page => (Page: page, Far: Far(asked, page.Slug)))
                .Where(match => match.Far <= Math.Max(1, (asked.Length + 1) / 3))
                .OrderBy(match => match.Far - (match.Page.Kind == kind ? 1 : 0)).ThenBy(match => match.Page.Number)
                .Take(count)
                .Select(match => new Match(match.Page.Kind, match.Page.Kind.Address(match.Page.Slug), match.Page.Title))
        ];
    }

    /// <summary>How far a slug is from what was asked for; next to nothing where one is a whole word of the other.</summary>
    internal static int Far(string asked, string slug) =>
        asked == slug ? 0
        : $"-{slug}-".Contains($"-{asked}-", StringComparison.Ordinal) || $"-{asked}-".Contains($"-{slug}-", StringComparison.Ordinal) ? 1
        : Spelling.Distance(asked, slug);

    public sealed record Match(PageKind Kind, string Address, string Title);
}
