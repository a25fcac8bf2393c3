using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Terms;

/// <summary>The words worth explaining, from A to Z.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<TermEntry> Terms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await db.Terms
            .Select(term => new TermEntry(term.Slug, term.Title, term.Original, term.Romanization, term.Language, term.Gloss))
            .ToListAsync(cancel);
        Terms = [.. terms.OrderBy(term => term.Title, StringComparer.InvariantCultureIgnoreCase)];
    }

    public sealed record TermEntry(string Slug, string Title, string? Original, string? Romanization, string Language, string Gloss);
}
