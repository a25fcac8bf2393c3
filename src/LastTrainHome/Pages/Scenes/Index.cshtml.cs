using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Scenes;

/// <summary>The scenes in the order of the film.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<Line> Scenes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Scenes = await db.Scenes
            .OrderBy(scene => scene.Position)
            .Select(scene => new Line(scene.Slug, scene.Title, scene.When, scene.Time, scene.Care))
            .ToListAsync(cancel);

    public sealed record Line(string Slug, string Title, string When, string? Time, string? Care);
}
