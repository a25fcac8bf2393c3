using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sections;

/// <summary>The chapters in order.</summary>
public sealed class IndexModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Review About { get; private set; } = null!;
    public IReadOnlyList<IndexedSection> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        About = await db.Documentaries
            .Select(film => new Review(film.ReviewTitle, film.ReviewAuthors, film.ReviewPublisher))
            .SingleAsync(cancel);
        Sections = (await edition.IndexAsync()).Sections;
    }

    public sealed record Review(string? Title, List<string> Authors, string? Publisher);
}
