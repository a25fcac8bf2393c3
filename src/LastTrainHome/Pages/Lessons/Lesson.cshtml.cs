using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Lessons;

/// <summary>A lesson: what to do with a class, and what it assigns.</summary>
public sealed class LessonModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    private const string QuestionPrefix = "questions/";

    public Details Lesson { get; private set; } = null!;
    public List<AssignedItem> Assigned { get; private set; } = [];
    public RelatedContent Related { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var lesson = await db.Lessons
            .Where(lesson => lesson.Slug == slug)
            .Select(lesson => new Details(lesson.Key, lesson.File, lesson.Title, lesson.Summary, lesson.For, lesson.Minutes, lesson.Assigns, lesson.Care, lesson.Html))
            .SingleOrDefaultAsync(cancel);

        if (lesson is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Lesson, slug, cancel);

        Lesson = lesson;
        Assigned = await FindAssignedAsync(lesson.Assigns, cancel);
        Related = (await edition.IndexAsync()).RelatedTo(lesson.Key);
        return Page();
    }

    private async Task<List<AssignedItem>> FindAssignedAsync(List<string> keys, CancellationToken cancel)
    {
        var pages = await db.Pages
            .Where(page => keys.Contains(page.Key))
            .Select(page => new { page.Key, page.Kind, page.Slug, page.Title, page.Words })
            .ToDictionaryAsync(page => page.Key, page => new AssignedItem(KindDisplay.Singular(page.Kind), page.Kind.Address(page.Slug), page.Title, ReadingTime.Minutes(page.Words)), cancel);

        var ids = keys.Where(key => key.StartsWith(QuestionPrefix, StringComparison.Ordinal)).Select(key => key[QuestionPrefix.Length..]).ToList();
        var questions = await (
            from question in db.Questions
            where ids.Contains(question.Id)
            join page in db.Pages on question.PageKey equals page.Key
            select new { question.Id, question.PromptText, page.Kind, page.Slug })
            .ToDictionaryAsync(
                question => QuestionPrefix + question.Id,
                question => new AssignedItem("question", Addresses.OfQuestion(question.Kind, question.Slug, question.Id), question.PromptText, null),
                cancel);

        return [.. keys.Select(key => pages.GetValueOrDefault(key) ?? questions.GetValueOrDefault(key)).OfType<AssignedItem>()];
    }

    public sealed record Details(
        string Key, string File, string Title, string? Summary, string For, int Minutes, List<string> Assigns, string? Care, string Html);

    /// <param name="Minutes">How long it takes to read; null for a question.</param>
    public sealed record AssignedItem(string Kind, string Address, string Title, int? Minutes);
}
