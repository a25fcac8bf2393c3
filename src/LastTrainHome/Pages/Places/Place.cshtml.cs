using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Places;

/// <summary>A place, and where the study speaks of it.</summary>
public sealed class PlaceModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Place { get; private set; } = null!;
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var place = await db.Places
            .Where(place => place.Slug == slug)
            .Select(place => new Details(
                place.Key, place.File, place.Title, place.Original, place.Romanization, place.Sort, place.Latitude, place.Longitude, place.Care, place.Html))
            .SingleOrDefaultAsync(cancel);

        if (place is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Place, slug, cancel);

        Place = place;
        Related = (await edition.IndexAsync()).RelatedTo(place.Key);
        return Page();
    }

    public sealed record Details(
        string Key, string File, string Name, string? Original, string? Romanization, string Sort, double? Latitude, double? Longitude, string? Care,
        string Html)
    {
        /// <summary>Degrees to about a hundred metres, as a reader writes them: <c>23.129° N, 113.264° E</c>.</summary>
        public string? Position => Latitude is { } latitude && Longitude is { } longitude
            ? FormattableString.Invariant($"{Math.Abs(latitude):0.###}° {(latitude < 0 ? "S" : "N")}, {Math.Abs(longitude):0.###}° {(longitude < 0 ? "W" : "E")}")
            : null;
    }
}
