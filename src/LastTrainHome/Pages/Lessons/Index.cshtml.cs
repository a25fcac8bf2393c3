using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Lessons;

/// <summary>Lessons that are ready to use.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public List<LessonEntry> Lessons { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Lessons = await db.Lessons
            .OrderBy(lesson => lesson.Position)
            .Select(lesson => new LessonEntry(lesson.Slug, lesson.Title, lesson.Summary, lesson.For, lesson.Minutes))
            .ToListAsync(cancel);

    public sealed record LessonEntry(string Slug, string Title, string? Summary, string For, int Minutes);
}
