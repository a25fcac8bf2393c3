using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Scenes;

/// <summary>The scenes in the order of the film.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<SceneEntry> Scenes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var themes = await (
            from passage in db.Passages
            where db.Scenes.Any(scene => scene.Key == passage.PageKey)
            join theme in db.Themes on passage.ThemeKey equals theme.Key
            orderby theme.Position
            select new { passage.PageKey, theme.Title })
            .ToListAsync(cancel);
        var scenes = await db.Scenes
            .OrderBy(scene => scene.Position)
            .Select(scene => new { scene.Key, scene.Slug, scene.Title, scene.When, scene.Time, scene.Care })
            .ToListAsync(cancel);
        Scenes = [.. scenes.Select(scene => new SceneEntry(
            scene.Slug, scene.Title, scene.When, scene.Time, scene.Care,
            [.. themes.Where(theme => theme.PageKey == scene.Key).Select(theme => theme.Title).Distinct()]))];
    }

    public sealed record SceneEntry(string Slug, string Title, string When, string? Time, string? Care, List<string> Themes);
}
