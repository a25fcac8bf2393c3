using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Themes;

/// <summary>All themes, each with its question.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<ThemeEntry> Themes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Themes = await db.Themes
            .OrderBy(theme => theme.Position)
            .Select(theme => new ThemeEntry(theme.Slug, theme.Title, theme.Original, theme.Question, theme.Summary, theme.Minutes, theme.Words))
            .ToListAsync(cancel);

    public sealed record ThemeEntry(string Slug, string Title, string? Original, string Question, string? Summary, int? Minutes, int Words);
}
