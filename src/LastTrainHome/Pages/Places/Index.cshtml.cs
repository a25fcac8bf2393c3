using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Places;

/// <summary>The places of the film and the study.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<PlaceEntry> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Places = await db.Places
            .OrderBy(place => place.Position)
            .Select(place => new PlaceEntry(place.Slug, place.Title, place.Original, place.Sort))
            .ToListAsync(cancel);

    public sealed record PlaceEntry(string Slug, string Name, string? Original, string Sort);
}
