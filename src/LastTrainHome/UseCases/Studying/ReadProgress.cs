using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Reads how far a student is with what is set to them. Somebody who waits to be let in, has left, or asks too early has nothing.
/// Two questions to the study store, however many assignments there are.</summary>
public sealed class ReadProgress(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One assignment with what the student wrote; null where there is none for this student.</summary>
    /// <param name="withInstructions">Whether the teacher's instructions are wanted too.</param>
    public async Task<AssignmentProgress?> OfAssignmentAsync(Guid student, int assignment, CancellationToken cancel, bool withInstructions = false)
    {
        var now = Now;
        await using var db = store.Read();
        var place = (await PlacesAsync(db, student, now, assignment, withInstructions, cancel)).Find(one => one.IsIn && one.Assignments.Count > 0);
        if (place is null)
            return null;

        var asked = place.Assignments[0].Items.Select(item => item.QuestionId).OfType<string>().ToList();
        var answers = asked.Count == 0 ? [] : await db.Answers
            .Where(answer => answer.AccountId == student
                && (answer.AssignmentId == assignment || answer.AssignmentId == null && asked.Contains(answer.QuestionId) && answer.Text != ""))
            .Include(answer => answer.Comments.OrderBy(comment => comment.Id))
            .ToListAsync(cancel);
        var (set, before) = (
            answers.Where(answer => answer.AssignmentId is not null).ToDictionary(answer => answer.QuestionId),
            answers.Where(answer => answer.AssignmentId is null).ToDictionary(answer => answer.QuestionId));
        var pages = await ItemPages.FindAsync(library, place.Assignments[0].Items, cancel);
        return Progress(place, place.Assignments[0], now, item =>
        {
            var answer = set.GetValueOrDefault(item.QuestionId ?? "");
            return Item(place.Assignments[0], item, pages, answer is { IsEmpty: false }, answer?.SubmittedAt, answer is { IsLate: true }) with
            {
                Answer = answer,
                Earlier = before.GetValueOrDefault(item.QuestionId ?? ""),
                NewComments = answer?.Comments.Count(comment => comment.SeenAt is null) ?? 0,
            };
        });
    }

    /// <summary>Everything that is set to a student, what is due first at the head; and the classes they are in.</summary>
    public async Task<StudentOverview> OfAllAsync(Guid student, CancellationToken cancel)
    {
        var now = Now;
        await using var db = store.Read();
        var places = await PlacesAsync(db, student, now, null, withInstructions: false, cancel);
        var answers = await db.Answers
            .Where(answer => answer.AccountId == student && answer.AssignmentId != null)
            .Select(answer => new
            {
                answer.AssignmentId,
                answer.QuestionId,
                IsBegun = answer.Text != "" || answer.Choices.Count > 0,
                answer.SubmittedAt,
                answer.IsLate,
                NewComments = answer.Comments.Count(comment => comment.SeenAt == null),
            })
            .ToDictionaryAsync(answer => (answer.AssignmentId!.Value, answer.QuestionId), cancel);

        var visible = places.Where(place => place.IsIn).ToList();
        var pages = await ItemPages.FindAsync(library, visible.SelectMany(place => place.Assignments).SelectMany(set => set.Items), cancel);
        var progress =
            from place in visible
            from set in place.Assignments
            orderby set.DueAt, set.Id
            select Progress(place, set, now, item =>
            {
                var answer = answers.GetValueOrDefault((set.Id, item.QuestionId ?? ""));
                return Item(set, item, pages, answer is { IsBegun: true }, answer?.SubmittedAt, answer is { IsLate: true }) with
                {
                    NewComments = answer?.NewComments ?? 0,
                };
            });
        return new(
            [.. places.Where(place => !place.IsWaiting).Select(place => place.Class)],
            [.. places.Where(place => place.IsWaiting).Select(place => place.Class)],
            places.Exists(place => place.IsUnclaimed && place.ArchivedAt is null),
            [.. progress]);
    }

    // The student's classes, each with what can be seen of what is set to it. One query of plain joins: a row for each item.
    private static async Task<List<Place>> PlacesAsync(
        StudyDb db, Guid student, DateTime now, int? only, bool withInstructions, CancellationToken cancel)
    {
        var rows = await (
            from place in db.Students
            where place.AccountId == student && place.LeftAt == null
            join joined in db.Classes on place.ClassId equals joined.Id
            where only == null || joined.Assignments.Any(set => set.Id == only)
            join set in db.Assignments.Where(set => (only == null || set.Id == only) && set.WithdrawnAt == null && set.OpensAt <= now)
                on joined.Id equals set.ClassId into sets
            from set in sets.DefaultIfEmpty()
            join item in db.AssignmentItems on set.Id equals item.AssignmentId into items
            from item in items.DefaultIfEmpty()
            join read in db.PagesRead.Where(read => read.AccountId == student)
                on new { Assignment = (int?)item.AssignmentId, item.PageKey } equals new { Assignment = read.AssignmentId, read.PageKey } into reads
            from read in reads.DefaultIfEmpty()
            orderby place.Id, set.DueAt, set.Id, item.Position
            select new
            {
                PlaceId = place.Id,
                Place = new Place(joined.Name, joined.TimeZone, joined.ArchivedAt, place.IsWaiting, place.IsUnclaimed),
                SetId = (int?)set.Id,
                set.Title,
                InstructionsHtml = withInstructions ? set.InstructionsHtml : "",
                DueAt = (DateTime?)set.DueAt,
                set.ClosesAt,
                Item = (AssignmentItem?)item,
                ReadAt = (DateTime?)read.At,
            }).ToListAsync(cancel);
        return
        [
            .. from row in rows
            group row by row.PlaceId into place
            select place.First().Place with
            {
                Assignments =
                [
                    .. from row in place
                    where row.SetId is not null
                    group row by row.SetId into set
                    let first = set.First()
                    select new Set(first.SetId!.Value, first.Title, first.InstructionsHtml, first.DueAt!.Value, first.ClosesAt,
                        [.. set.Where(row => row.Item is not null).Select(row => new SetItem(
                            row.Item!.Id, row.Item.PageKey, row.Item.QuestionId, row.Item.Words, row.Item.QuestionId is null ? row.ReadAt : null))]),
                ],
            },
        ];
    }

    private static AssignmentProgress Progress(Place place, Set set, DateTime now, Func<SetItem, ItemProgress> progress) => new()
    {
        Id = set.Id,
        Title = set.Title,
        InstructionsHtml = set.InstructionsHtml,
        DueAt = set.DueAt,
        ClosesAt = set.ClosesAt,
        Class = place.Class,
        Zone = place.Zone,
        IsArchived = place.ArchivedAt is not null,
        Now = now,
        Items = set.Items.ConvertAll(item => progress(item)),
    };

    private static ItemProgress Item(Set set, SetItem item, ItemPages pages, bool isBegun, DateTime? submitted, bool isLate) => new(
        item.Id,
        set.Id,
        item.PageKey,
        item.QuestionId,
        item.Words,
        item.QuestionId is null ? ItemStates.OfPage(item.ReadAt, set.DueAt) : ItemStates.OfQuestion(isBegun, submitted, isLate),
        item.QuestionId is null ? item.ReadAt : submitted,
        pages.AddressOf(item));

    private sealed record Place(string Class, string Zone, DateTime? ArchivedAt, bool IsWaiting, bool IsUnclaimed)
    {
        public List<Set> Assignments { get; init; } = [];

        /// <summary>Whether the student sees what is set to the class.</summary>
        public bool IsIn => !IsWaiting && !IsUnclaimed;
    }

    private sealed record Set(int Id, string Title, string InstructionsHtml, DateTime DueAt, DateTime? ClosesAt, List<SetItem> Items);

    private sealed record SetItem(int Id, string PageKey, string? QuestionId, string Words, DateTime? ReadAt);

    // Where the library has an item now. A page may be gone, and a question may have moved to another page.
    private sealed record ItemPages(Dictionary<string, string> Pages, Dictionary<string, string> Questions)
    {
        public static async Task<ItemPages> FindAsync(LibraryDb library, IEnumerable<SetItem> items, CancellationToken cancel)
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
            return new(
                pages.ToDictionary(page => page.Key, page => page.Kind.Address(page.Slug)),
                questions.ToDictionary(page => page.Id, page => page.Kind.Address(page.Slug)));
        }

        public string? AddressOf(SetItem item) =>
            item.QuestionId is null ? Pages.GetValueOrDefault(item.PageKey) : Questions.GetValueOrDefault(item.QuestionId);
    }
}

/// <summary>What a student finds first: the classes, and what is set to them.</summary>
/// <param name="Classes">The names of the classes the student is in.</param>
/// <param name="WaitingFor">The names of the classes whose teacher has yet to let the student in.</param>
/// <param name="HasUnclaimedCard">Whether a name is still to be chosen for a card printed in advance.</param>
public sealed record StudentOverview(
    IReadOnlyList<string> Classes, IReadOnlyList<string> WaitingFor, bool HasUnclaimedCard, IReadOnlyList<AssignmentProgress> Assignments);
