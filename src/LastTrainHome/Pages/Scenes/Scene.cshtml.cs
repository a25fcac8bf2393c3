using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Scenes;

/// <summary>A scene, told from published accounts, between the one before and the one after.</summary>
public sealed class SceneModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Scene { get; private set; } = null!;
    public Neighbour? Previous { get; private set; }
    public Neighbour? Next { get; private set; }
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var scene = await db.Scenes
            .Where(scene => scene.Slug == slug)
            .Select(scene => new Details(scene.Key, scene.File, scene.Title, scene.When, scene.Time, scene.Care, scene.Html))
            .SingleOrDefaultAsync(cancel);

        if (scene is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Scene, slug, cancel);

        Scene = scene;
        var index = await edition.IndexAsync();
        var scenes = index.Pages
            .Where(other => other.Kind == PageKind.Scene)
            .OrderBy(other => other.Position)
            .Select(other => new Neighbour(other.Slug, other.Title))
            .ToList();
        var here = scenes.FindIndex(other => other.Slug == slug);
        Previous = scenes.ElementAtOrDefault(here - 1);
        Next = scenes.ElementAtOrDefault(here + 1);
        Related = index.RelatedTo(scene.Key);
        return Page();
    }

    public sealed record Details(string Key, string File, string Title, string When, string? Time, string? Care, string Html);

    public sealed record Neighbour(string Slug, string Title);
}
