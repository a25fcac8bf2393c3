using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sections;

/// <summary>A chapter, with what comes before and after it and the statements checked in it.</summary>
public sealed class SectionModel(LibraryDb db) : PageModel
{
    public Details Section { get; private set; } = null!;
    public int Number { get; private set; }
    public int Count { get; private set; }
    public Neighbour? Previous { get; private set; }
    public Neighbour? Next { get; private set; }

    /// <summary>Every chapter's slug, in order: the line this one is a stop of.</summary>
    public List<string> Slugs { get; private set; } = [];

    public List<ClaimEntry> Claims { get; private set; } = [];
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var section = await db.Sections
            .Where(section => section.Slug == slug)
            .Select(section => new Details(
                section.Key, section.Slug, section.File, section.Title, section.Summary, section.Words, section.Care, section.Html,
                section.Headings.Where(heading => heading.Level == 2).OrderBy(heading => heading.Position).Select(heading => new HeadingEntry(heading.Id, heading.Title)).ToList()))
            .SingleOrDefaultAsync(cancel);

        if (section is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Section, slug, cancel);

        Section = section;
        var line = await db.Sections.OrderBy(stop => stop.Position).Select(stop => new Neighbour(stop.Slug, stop.Title, stop.Summary, stop.Words)).ToListAsync(cancel);
        Slugs = line.ConvertAll(stop => stop.Slug);
        var here = line.FindIndex(stop => stop.Slug == slug);
        (Number, Count) = (here + 1, line.Count);
        Previous = line.ElementAtOrDefault(here - 1);
        Next = line.ElementAtOrDefault(here + 1);
        Claims = await db.Claims
            .Where(claim => claim.SectionKey == section.Key)
            .OrderBy(claim => claim.Position)
            .Select(claim => new ClaimEntry(claim.Slug, claim.Title, claim.Verdict))
            .ToListAsync(cancel);
        Related = await RelatedContent.OfAsync(db, section.Key, cancel);
        return Page();
    }

    public sealed record Details(
        string Key, string Slug, string File, string Title, string? Summary, int Words, string? Care, string Html, List<HeadingEntry> Contents);

    public sealed record HeadingEntry(string Id, string Title);

    public sealed record Neighbour(string Slug, string Title, string? Summary, int Words);

    public sealed record ClaimEntry(string Slug, string Title, Verdict Verdict);
}
