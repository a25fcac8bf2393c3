using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.People;

/// <summary>Who is in the film, and who made it.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<PersonEntry> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        People = await db.People
            .OrderBy(person => person.Position)
            .Select(person => new PersonEntry(person.Slug, person.Title, person.Original, person.Role, person.Generation))
            .ToListAsync(cancel);

    public sealed record PersonEntry(string Slug, string Name, string? Original, string Role, string? Generation);
}
