using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Routing;

/// <summary>A page as somebody named it by its path.</summary>
/// <param name="Path">The path, with whatever query and fragment it had.</param>
/// <param name="Title">Its title; the path itself where no page is known there.</param>
/// <param name="File">Its content file; null for a page made from many, or from none.</param>
public sealed record NamedPage(string Path, string Title, string? File)
{
    public static async Task<NamedPage> FindAsync(LibraryDb db, string path, CancellationToken cancel)
    {
        var plain = path.Split('?', '#')[0];
        if (PageKinds.KeyAt(plain) is { } key && await db.Pages.Where(page => page.Key == key).Select(page => new { page.Title, page.File }).SingleOrDefaultAsync(cancel) is { } found)
            return new(path, found.Title, found.File);
        return new(path, Navigation.NameOf(plain) ?? path, null);
    }
}
