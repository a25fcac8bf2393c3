using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Terms;

/// <summary>A word: how it is written and said, what it means, and where it is used.</summary>
public sealed class TermModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Term { get; private set; } = null!;
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var term = await db.Terms
            .Where(term => term.Slug == slug)
            .Select(term => new Details(
                term.Key, term.File, term.Title, term.Original, term.Variants, term.Romanization, term.Language, term.Gloss, term.Care, term.Html))
            .SingleOrDefaultAsync(cancel);

        if (term is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Term, slug, cancel);

        Term = term;
        Related = (await edition.IndexAsync()).RelatedTo(term.Key);
        return Page();
    }

    public sealed record Details(
        string Key, string File, string Title, string? Original, List<string> Variants, string? Romanization, string Language, string Gloss, string? Care,
        string Html);
}
