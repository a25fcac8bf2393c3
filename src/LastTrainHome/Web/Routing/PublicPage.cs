using LastTrainHome.Library;
using LastTrainHome.Web.Related;

namespace LastTrainHome.Web.Routing;

/// <summary>A page with an address of its own that is the same for everybody.</summary>
/// <param name="Path"><c>/sections/no-seats</c>.</param>
/// <param name="Files">The content files it is made of; none for a page that only the program changes.</param>
internal sealed record PublicPage(string Path, IReadOnlyCollection<string> Files)
{
    /// <summary>All of them: the indexes first, then page by page in reading order.</summary>
    public static List<PublicPage> List(EditionIndex index)
    {
        var files = index.Pages.ToLookup(page => page.Kind, page => page.File);
        return
        [
            .. files.Where(kind => kind.Key != PageKind.Documentary).Select(kind => new PublicPage(Addresses.OfIndex(kind.Key), [.. kind])),
            new("/terms/cards", [.. files[PageKind.Term]]),
            new("/compare", [.. files[PageKind.Statistic]]),
            new("/about", [.. files[PageKind.Documentary]]),
            new("/about/design", []),
            .. index.Pages.Where(page => page.Kind != PageKind.Event).Select(page => new PublicPage(page.Kind.Address(page.Slug), [page.File])),
        ];
    }
}
