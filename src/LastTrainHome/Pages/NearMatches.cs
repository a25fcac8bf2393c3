using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

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
                .Where(match => match.Far <= Math.Max(1, asked.Length / 3))
                .OrderBy(match => match.Far - (match.Page.Kind == kind ? 1 : 0)).ThenBy(match => match.Page.Number)
                .Take(count)
                .Select(match => new Match(match.Page.Kind, match.Page.Kind.Address(match.Page.Slug), match.Page.Title))
        ];
    }

    /// <summary>How many letters must be added, dropped or changed; none where one is a whole word of the other.</summary>
    internal static int Far(string asked, string slug)
    {
        if ($"-{slug}-".Contains($"-{asked}-", StringComparison.Ordinal) || $"-{asked}-".Contains($"-{slug}-", StringComparison.Ordinal))
            return asked.Length == slug.Length ? 0 : 1;

        var row = Enumerable.Range(0, slug.Length + 1).ToArray();
        for (var i = 1; i <= asked.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= slug.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (asked[i - 1] == slug[j - 1] ? 0 : 1)));
        }

        return row[slug.Length];
    }

    public sealed record Match(PageKind Kind, string Address, string Title);
}
