using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.About;

/// <summary>What this study is, whose film and essay it follows, how its numbers work, and whose it all is.</summary>
public sealed class IndexModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Film { get; private set; } = null!;
    public SourceEntry? Review { get; private set; }
    public List<Count> Counts { get; private set; } = [];
    public int Numbers { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Film = await db.Documentaries
            .Select(film => new Details(
                film.Title, film.Original, film.Romanization, film.Language, film.Director, film.Year, film.Runtime,
                film.ReviewTitle, film.ReviewAuthors, film.ReviewPublisher, film.ReviewSourceKey, film.Rights, film.Licence,
                film.Watch.OrderBy(way => way.Position).Select(way => new WayToSee(way.Where, way.Note, way.Url)).ToList()))
            .SingleAsync(cancel);

        var index = await edition.IndexAsync();
        Review = index.Source(Film.ReviewSourceKey);
        Counts = [.. index.Counts
            .Where(count => count.Key != PageKind.Documentary)
            .OrderBy(count => count.Key)
            .Select(count => new Count(count.Key, count.Value))];
        Numbers = await db.BoundNumbers.CountAsync(cancel);
    }

    public sealed record Details(
        string Title, string? Original, string? Romanization, string Language, string Director, int Year, string? Runtime,
        string? ReviewTitle, List<string> ReviewAuthors, string? ReviewPublisher, string? ReviewSourceKey, string Rights, string? Licence, List<WayToSee> Watch);

    public sealed record WayToSee(string Where, string? Note, string? Url);

    public sealed record Count(PageKind Kind, int Pages);
}
