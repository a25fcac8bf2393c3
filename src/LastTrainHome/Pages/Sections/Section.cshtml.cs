using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sections;

/// <summary>A chapter, with the chapters before and after it and the statements checked in it.</summary>
public sealed class SectionModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    private static readonly Func<LibraryDb, string, IAsyncEnumerable<Details>> Find = EF.CompileAsyncQuery((LibraryDb db, string slug) =>
        db.Sections
            .Where(section => section.Slug == slug)
            .Select(section => new Details(
                section.Key, section.Slug, section.File, section.Title, section.Summary, section.Words, section.Care, section.Html,
                section.Headings
                    .Where(heading => heading.Level == 2)
                    .OrderBy(heading => heading.Position)
                    .Select(heading => new HeadingEntry(heading.Id, heading.Title))
                    .ToList())));

    public Details Section { get; private set; } = null!;

    /// <summary>The chapter's number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>All chapters in order, this one among them.</summary>
    public IReadOnlyList<IndexedSection> Sections { get; private set; } = [];

    public IndexedSection? Previous => Sections.ElementAtOrDefault(Number - 2);
    public IndexedSection? Next => Sections.ElementAtOrDefault(Number);
    public List<IndexedClaim> Claims { get; private set; } = [];
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await Find(db, slug).FirstOrDefaultAsync(cancel) is not { } section)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Section, slug, cancel);

        var index = await edition.IndexAsync();
        Section = section;
        Sections = index.Sections;
        Number = Sections.TakeWhile(other => other.Slug != slug).Count() + 1;
        Claims = [.. index.Claims.Where(claim => claim.SectionKey == section.Key)];
        Related = index.RelatedTo(section.Key);
        return Page();
    }

    public sealed record Details(
        string Key, string Slug, string File, string Title, string? Summary, int Words, string? Care, string Html, List<HeadingEntry> Contents);

    public sealed record HeadingEntry(string Id, string Title);
}
