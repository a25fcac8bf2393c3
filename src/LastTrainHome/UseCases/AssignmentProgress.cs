using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>One assignment as a student goes through it: every item in order, and how far he is.</summary>
public sealed class Work
{
    public required Assignment Assignment { get; init; }

    /// <summary>The name of the class it was set to.</summary>
    public required string Class { get; init; }

    /// <summary>The class's zone, in which its times are told.</summary>
    public required string Zone { get; init; }

    public required bool IsArchived { get; init; }
    public required DateTime Now { get; init; }
    public required List<Step> Steps { get; init; }

    /// <summary>Whether work may still be handed in.</summary>
    public bool IsOpen => !IsArchived && Assignment.IsOpenAt(Now);

    public bool IsLate => Assignment.IsLateAt(Now);
    public int Left => Steps.Count(step => !step.State.IsFinished());
    public bool IsDone => Left == 0;

    /// <summary>Comments the student has not seen.</summary>
    public int News => Steps.Sum(step => step.Answer?.Comments.Count(comment => comment.SeenAt is null) ?? 0);

    /// <summary>What stands on one page of the site.</summary>
    public IEnumerable<Step> On(string path) => Steps.Where(step => step.Path == path);

    /// <summary>The next thing to do on another page: the first after this one that is left, else the first of all.</summary>
    public Step? NextFrom(string path)
    {
        var here = Steps.FindLastIndex(step => step.Path == path);
        return Steps.Skip(here + 1).Concat(Steps).FirstOrDefault(step => !step.State.IsFinished() && step.Path is not null && step.Path != path);
    }

    /// <summary>The assignments that are set to a student, or one of them. Whoever waits to be let in, has left, or asks too early has none.</summary>
    public static async Task<List<Work>> ReadAsync(StudyDb db, LibraryDb library, Guid student, DateTime now, int? only, CancellationToken cancel)
    {
        var sets = await db.AssignmentsFor(student, now)
            .Where(set => only == null || set.Id == only)
            .Include(set => set.Items.OrderBy(item => item.Position))
            .OrderBy(set => set.DueAt).ThenBy(set => set.Id)
            .AsNoTracking().ToListAsync(cancel);
        if (sets.Count == 0)
            return [];

        var (ids, rooms) = (sets.ConvertAll(set => set.Id), sets.ConvertAll(set => set.ClassId));
        var classes = await db.Classes.Where(one => rooms.Contains(one.Id))
            .Select(one => new { one.Id, one.Name, one.TimeZone, one.ArchivedAt }).ToDictionaryAsync(one => one.Id, cancel);
        var answers = await db.Answers.Where(answer => answer.AccountId == student && answer.AssignmentId != null && ids.Contains(answer.AssignmentId.Value))
            .Include(answer => answer.Comments.OrderBy(comment => comment.Id))
            .AsNoTracking().ToDictionaryAsync(answer => (answer.AssignmentId, answer.QuestionId), cancel);
        var ticks = await db.PagesRead.Where(read => read.AccountId == student && read.AssignmentId != null && ids.Contains(read.AssignmentId.Value))
            .Select(read => new { read.AssignmentId, read.PageKey, read.At }).ToDictionaryAsync(read => (read.AssignmentId, read.PageKey), read => (DateTime?)read.At, cancel);
        var addresses = await ItemAddresses.ReadAsync(library, sets.SelectMany(set => set.Items), cancel);

        return sets.ConvertAll(set => new Work
        {
            Assignment = set,
            Class = classes[set.ClassId].Name,
            Zone = classes[set.ClassId].TimeZone,
            IsArchived = classes[set.ClassId].ArchivedAt is not null,
            Now = now,
            Steps = set.Items.ConvertAll(item =>
            {
                var path = addresses.Of(item);
                if (item.QuestionId is null)
                {
                    var at = ticks.GetValueOrDefault((set.Id, item.PageKey));
                    return new Step(item, ItemStates.OfPage(at, set.DueAt), at, path, null);
                }

                var answer = answers.GetValueOrDefault((set.Id, item.QuestionId));
                return new Step(item, ItemStates.OfQuestion(answer is { IsEmpty: false }, answer?.SubmittedAt, answer?.IsLate ?? false), answer?.SubmittedAt, path, answer);
            }),
        });
    }

    // Where the library has an item now. A page may have gone, and a question may have moved to another page.
    private sealed record ItemAddresses(Dictionary<string, string> Pages, Dictionary<string, string> Questions)
    {
        public static async Task<ItemAddresses> ReadAsync(LibraryDb library, IEnumerable<AssignmentItem> items, CancellationToken cancel)
        {
            var (keys, asked) = (new List<string>(), new List<string>());
            foreach (var item in items)
                if (item.QuestionId is null)
                    keys.Add(item.PageKey);
                else
                    asked.Add(item.QuestionId);
            var pages = await library.Pages.Where(page => keys.Contains(page.Key)).Select(page => new { page.Key, page.Kind, page.Slug }).ToListAsync(cancel);
            var questions = await (
                from question in library.Questions
                where asked.Contains(question.Id)
                join page in library.Pages on question.PageKey equals page.Key
                select new { question.Id, page.Kind, page.Slug }).ToListAsync(cancel);
            return new(pages.ToDictionary(page => page.Key, page => page.Kind.Address(page.Slug)), questions.ToDictionary(page => page.Id, page => page.Kind.Address(page.Slug)));
        }

        public string? Of(AssignmentItem item) => item.QuestionId is null ? Pages.GetValueOrDefault(item.PageKey) : Questions.GetValueOrDefault(item.QuestionId);
    }
}

/// <summary>One thing to do.</summary>
/// <param name="At">When it was ticked or handed in.</param>
/// <param name="Page">The address of the page it stands on now; null where the library has it no longer.</param>
/// <param name="Answer">What was written to a question, if anything was.</param>
public sealed record Step(AssignmentItem Item, ItemState State, DateTime? At, string? Page, Answer? Answer)
{
    public bool IsQuestion => Item.QuestionId is not null;

    /// <summary>The page's path, without the fragment of an event.</summary>
    public string? Path => Page?.Split('#')[0];

    /// <summary>Where the student does it: on the page itself, which then knows for which assignment. A question that has gone has a page of its own.</summary>
    public string? Address => (Page, Item.QuestionId) switch
    {
        (not null, { } question) => $"{Path}?assignment={Item.AssignmentId}#q-{question}",
        (not null, null) => $"{Path}?assignment={Item.AssignmentId}{Page[Path!.Length..]}",
        (null, { } question) => AnswerForm.AddressOf(Item.AssignmentId, question),
        _ => null,
    };
}

/// <summary>What a student may see of the store: every page for students begins here.</summary>
internal static class Mine
{
    public static IQueryable<Assignment> AssignmentsFor(this StudyDb db, Guid student, DateTime now) =>
        db.Assignments.Where(set => set.WithdrawnAt == null && set.OpensAt <= now
            && db.Students.Any(place => place.ClassId == set.ClassId && place.AccountId == student && place.LeftAt == null && !place.IsWaiting && !place.IsUnclaimed));
}
