using LastTrainHome.Classroom;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Everything a teacher can assign: the library's pages, each with its questions.</summary>
public sealed class AssignableContent
{
    private const string Questions = "questions/";

    private static readonly PageKind[] NotForStudents = [PageKind.Documentary, PageKind.Lesson, PageKind.Source];

    private readonly Dictionary<string, AssignableItem> items = [];
    private readonly ILookup<string, AssignableItem> questions;

    private AssignableContent(IEnumerable<AssignableItem> pages, IReadOnlyCollection<AssignableItem> asked)
    {
        foreach (var item in pages.Concat(asked))
            items[item.Key] = item;
        questions = asked.ToLookup(item => item.PageKey);
    }

    /// <summary>Pages by kind, in the order of the site.</summary>
    public IEnumerable<IGrouping<PageKind, AssignableItem>> ByKind => items.Values
        .Where(item => item.Kind is { } kind && !NotForStudents.Contains(kind))
        .GroupBy(item => item.Kind!.Value);

    public IEnumerable<AssignableItem> QuestionsOf(AssignableItem page) => questions[page.Key];

    /// <summary>By its key; null where the library has no such thing.</summary>
    public AssignableItem? Find(string key) => items.GetValueOrDefault(key);

    /// <summary>The key of a question: <c>questions/who-is-counted</c>.</summary>
    public static string KeyOfQuestion(string id) => Questions + id;

    public static string KeyOf(AssignmentItem item) => item.QuestionId is { } id ? KeyOfQuestion(id) : item.PageKey;

    public static async Task<AssignableContent> ReadAsync(LibraryDb library, CancellationToken cancel)
    {
        var pages = await library.Pages.OrderBy(page => page.Number)
            .Select(page => new AssignableItem(page.Key, page.Title, page.Key, null, page.Kind)).ToListAsync(cancel);
        var asked = await library.Questions.OrderBy(question => question.Position)
            .Select(question => new AssignableItem(Questions + question.Id, question.PromptText, question.PageKey, question.Id, null)).ToListAsync(cancel);
        return new(pages, asked);
    }

    /// <summary>What a page assigns unless the teacher says otherwise: itself and its questions; a lesson what it names. Empty for an unknown page.</summary>
    public async Task<List<AssignableItem>> DefaultsAsync(LibraryDb library, string page, CancellationToken cancel)
    {
        if (Find(page) is not { } item)
            return [];
        var named = item.Kind == PageKind.Lesson
            ? await library.Lessons.Where(lesson => lesson.Key == page).Select(lesson => lesson.Assigns).SingleAsync(cancel)
            : [];
        var first = named.Select(Find).OfType<AssignableItem>().ToList();
        return first.Count > 0 ? first : [item, .. QuestionsOf(item)];
    }
}

/// <summary>Something that can be assigned.</summary>
/// <param name="Key"><c>sections/no-seats</c> or <c>questions/who-is-counted</c>.</param>
/// <param name="Words">The page's title, or the question's words.</param>
/// <param name="PageKey">The page it is, or stands on.</param>
/// <param name="Kind">The page's kind; null for a question, and for what the library no longer has.</param>
public sealed record AssignableItem(string Key, string Words, string PageKey, string? QuestionId, PageKind? Kind);
