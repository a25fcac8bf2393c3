using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sections;

/// <summary>The chapters in order.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public Review About { get; private set; } = null!;
    public List<SectionEntry> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        About = await db.Documentaries.Select(film => new Review(film.ReviewTitle, film.ReviewAuthors, film.ReviewPublisher)).SingleAsync(cancel);
        Sections = await db.Sections
            .OrderBy(section => section.Position)
            .Select(section => new SectionEntry(section.Slug, section.Title, section.Summary, section.Words))
            .ToListAsync(cancel);
    }

    public sealed record Review(string? Title, List<string> Authors, string? Publisher);

    public sealed record SectionEntry(string Slug, string Title, string? Summary, int Words);
}
