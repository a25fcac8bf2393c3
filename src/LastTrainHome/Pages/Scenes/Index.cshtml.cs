using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Scenes;

/// <summary>The scenes in the order of the film.</summary>
public sealed class IndexModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public List<SceneEntry> Scenes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var index = await edition.IndexAsync();
        var scenes = await db.Scenes
            .OrderBy(scene => scene.Position)
            .Select(scene => new { scene.Key, scene.Slug, scene.Title, scene.When, scene.Time, scene.Care })
            .ToListAsync(cancel);
        Scenes = scenes.ConvertAll(scene => new SceneEntry(
            scene.Slug, scene.Title, scene.When, scene.Time, scene.Care, index.ThemesOf(scene.Key).ConvertAll(theme => theme.Title)));
    }

    /// <param name="Themes">The titles of the themes it belongs to.</param>
    public sealed record SceneEntry(string Slug, string Title, string When, string? Time, string? Care, List<string> Themes);
}
