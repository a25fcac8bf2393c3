using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.People;

/// <summary>A person, from published sources, and where the study speaks of them.</summary>
public sealed class PersonModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Person { get; private set; } = null!;
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var person = await db.People
            .Where(person => person.Slug == slug)
            .Select(person => new Details(
                person.Key, person.File, person.Title, person.Original, person.Romanization, person.Role, person.Generation, person.Care, person.Html))
            .SingleOrDefaultAsync(cancel);

        if (person is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Person, slug, cancel);

        Person = person;
        Related = (await edition.IndexAsync()).RelatedTo(person.Key);
        return Page();
    }

    public sealed record Details(
        string Key, string File, string Name, string? Original, string? Romanization, string Role, string? Generation, string? Care, string Html);
}
