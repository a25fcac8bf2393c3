using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Routing;

/// <summary>What a page answers when its slug is not in the library.</summary>
public static class Redirects
{
    /// <summary>On to the new address where the slug is an old one or differs in capitals alone; else not found.</summary>
    public static async Task<IActionResult> RedirectOrNotFoundAsync(this PageModel page, LibraryDb db, PageKind kind, string slug, CancellationToken cancel) =>
        await FindAsync(db, kind, slug, cancel) is { } address ? page.RedirectPermanent(address) : page.NotFound();

    /// <summary>The address of the page that now stands for this slug, or null.</summary>
    public static async Task<string?> FindAsync(LibraryDb db, PageKind kind, string slug, CancellationToken cancel)
    {
        var folded = slug.ToLowerInvariant();
        var found = await db.Pages
            .Where(page => db.Aliases.Any(alias => alias.Kind == kind && alias.Slug == folded && alias.PageKey == page.Key)
                || (page.Kind == kind && page.Slug == folded && folded != slug))
            .Select(page => new { page.Kind, page.Slug })
            .FirstOrDefaultAsync(cancel);
        return found?.Kind.Address(found.Slug);
    }
}
