using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Routing;

/// <summary>A page with an address of its own that is the same for everybody.</summary>
/// <param name="Path"><c>/sections/no-seats</c>.</param>
/// <param name="Files">The content files it is made of; none for a page that only the program changes.</param>
internal sealed record PublicPage(string Path, IReadOnlyCollection<string> Files)
{
    /// <summary>All of them: the indexes first, then page by page in reading order.</summary>
    public static async Task<List<PublicPage>> ListAsync(LibraryDb db, CancellationToken cancel)
    {
        var pages = await db.Pages.OrderBy(page => page.Number).Select(page => new { page.Kind, page.Slug, page.File }).ToListAsync(cancel);
        var files = pages.ToLookup(page => page.Kind, page => page.File);
        return
        [
            .. files.Where(kind => kind.Key != PageKind.Documentary).Select(kind => new PublicPage(Addresses.OfIndex(kind.Key), [.. kind])),
            new("/terms/cards", [.. files[PageKind.Term]]),
            new("/compare", [.. files[PageKind.Statistic]]),
            new("/about", [.. files[PageKind.Documentary]]),
            new("/about/design", []),
            .. pages.Where(page => page.Kind != PageKind.Event).Select(page => new PublicPage(page.Kind.Address(page.Slug), [page.File])),
        ];
    }
}
