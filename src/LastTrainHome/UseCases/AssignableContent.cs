using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Pages.Teach;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>Everything a teacher can set: the library's pages, each with its questions.</summary>
internal sealed class AssignableContent
{
    private const string Questions = "questions/";

    private static readonly PageKind[] NotForStudents = [PageKind.Documentary, PageKind.Lesson, PageKind.Source];

    private readonly Dictionary<string, AssignModel.Line> lines = [];
    private readonly ILookup<string, AssignModel.Line> questions;

    private AssignableContent(IEnumerable<AssignModel.Line> pages, IReadOnlyCollection<AssignModel.Line> asked)
    {
        foreach (var line in pages.Concat(asked))
            lines[line.Key] = line;
        questions = asked.ToLookup(line => line.PageKey);
    }

    /// <summary>Pages by kind, in the order of the site.</summary>
    public IEnumerable<IGrouping<PageKind, AssignModel.Line>> ByKind =>
        lines.Values.Where(line => line.Kind is not null && !NotForStudents.Contains(line.Kind.Value)).GroupBy(line => line.Kind!.Value);

    public IEnumerable<AssignModel.Line> QuestionsOf(AssignModel.Line page) => questions[page.Key];

    public AssignModel.Line? Find(string key) => lines.GetValueOrDefault(key);

    public string? TitleOf(string page) => Find(page)?.Words;

    public static string OfQuestion(string id) => Questions + id;

    public static string KeyOf(AssignmentItem item) => item.QuestionId is { } id ? OfQuestion(id) : item.PageKey;

    public static async Task<AssignableContent> ReadAsync(LibraryDb library, CancellationToken cancel)
    {
        var pages = await library.Pages.OrderBy(page => page.Number).Select(page => new AssignModel.Line(page.Key, page.Title, page.Key, null, page.Kind)).ToListAsync(cancel);
        var asked = await library.Questions.OrderBy(question => question.Position)
            .Select(question => new AssignModel.Line(Questions + question.Id, question.PromptText, question.PageKey, question.Id, null)).ToListAsync(cancel);
        return new(pages, asked);
    }

    /// <summary>What a page sets unless the teacher says otherwise: itself and its questions; a lesson what it names.</summary>
    public async Task<List<AssignModel.Line>> DefaultsAsync(LibraryDb library, string page, CancellationToken cancel)
    {
        if (Find(page) is not { } line)
            return [];
        var named = line.Kind == PageKind.Lesson ? await library.Lessons.Where(lesson => lesson.Key == page).Select(lesson => lesson.Assigns).SingleAsync(cancel) : [];
        var first = named.Select(Find).OfType<AssignModel.Line>().ToList();
        return first.Count > 0 ? first : [line, .. QuestionsOf(line)];
    }
}
