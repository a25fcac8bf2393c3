using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Reads who has done what: of a whole class, or for one assignment. Two questions to the study store, however large the class is.</summary>
public sealed class ReadOverview(StudyStore store)
{
    /// <summary>All that is assigned to a class of the teacher's; null where there is no such class.</summary>
    public async Task<ClassOverview?> OfClassAsync(Guid teacher, int ofClass, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await ReadAsync(db, db.ClassesOf(teacher).Where(one => one.Id == ofClass), ofClass, null, cancel);
    }

    /// <summary>One assignment of the teacher's; null where there is none.</summary>
    public async Task<ClassOverview?> OfAssignmentAsync(Guid teacher, int assignment, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await OfAssignmentAsync(db, teacher, assignment, cancel);
    }

    internal static Task<ClassOverview?> OfAssignmentAsync(StudyDb db, Guid teacher, int assignment, CancellationToken cancel) =>
        ReadAsync(db, db.ClassesOf(teacher).Where(one => one.Assignments.Any(set => set.Id == assignment)), null, assignment, cancel);

    // Of its assignments those of a class, or one of them: filtered here as well, or SQLite would join the assignments of all
    // classes before it looks for this one.
    private static async Task<ClassOverview?> ReadAsync(StudyDb db, IQueryable<Class> classes, int? ofClass, int? only, CancellationToken cancel)
    {
        var found = await classes
            .Include(one => one.Assignments
                .Where(set => (ofClass == null || set.ClassId == ofClass) && (only == null || set.Id == only)).OrderByDescending(set => set.Id))
            .ThenInclude(set => set.Items.OrderBy(item => item.Position))
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;

        var students = new Dictionary<int, Student>();
        var cells = new Dictionary<(Guid, int), OverviewCell>();
        var items = found.Assignments.SelectMany(set => set.Items.Select(item => (Set: set, Item: item)))
            .ToLookup(one => (one.Set.Id, one.Item.QuestionId ?? one.Item.PageKey, one.Item.QuestionId is not null));
        foreach (var (student, done) in await StudentsAsync(db, found.Id, only, cancel))
        {
            students.TryAdd(student.Id, student);
            if (done is null)
                continue;
            foreach (var (set, item) in items[(done.Assignment, done.Key, done.IsAnswer)])
                cells[(student.AccountId, item.Id)] = new(
                    done.IsAnswer ? ItemStates.OfQuestion(done.IsBegun, done.At, done.IsLate) : ItemStates.OfPage(done.At, set.DueAt),
                    done.At,
                    done.Comments);
        }

        return new(found, [.. students.Values.OrderBy(student => student.Number)], found.Assignments, cells);
    }

    // Every student of a class with everything they answered and ticked; one row where there is nothing.
    private static async Task<IEnumerable<(Student Student, Done? Done)>> StudentsAsync(StudyDb db, int ofClass, int? only, CancellationToken cancel)
    {
        var sets = db.Assignments.Where(set => set.ClassId == ofClass && (only == null || set.Id == only)).Select(set => (int?)set.Id);
        var answers = db.Answers.Where(answer => sets.Contains(answer.AssignmentId)).Select(answer => new
        {
            Account = answer.AccountId,
            Assignment = answer.AssignmentId,
            Key = answer.QuestionId,
            IsAnswer = true,
            IsBegun = answer.Text != "" || answer.Choices.Count > 0,
            At = answer.SubmittedAt,
            answer.IsLate,
            Comments = answer.Comments.Count,
        });
        var ticks = db.PagesRead.Where(read => sets.Contains(read.AssignmentId)).Select(read => new
        {
            Account = read.AccountId,
            Assignment = read.AssignmentId,
            Key = read.PageKey,
            IsAnswer = false,
            IsBegun = true,
            At = (DateTime?)read.At,
            IsLate = false,
            Comments = 0,
        });
        var rows = await (
            from student in db.Students
            where student.ClassId == ofClass
            join done in answers.Concat(ticks) on student.AccountId equals done.Account into all
            from done in all.DefaultIfEmpty()
            select new
            {
                Student = student,
                Assignment = (int?)done.Assignment,
                Key = (string?)done.Key,
                IsAnswer = (bool?)done.IsAnswer,
                IsBegun = (bool?)done.IsBegun,
                At = (DateTime?)done.At,
                IsLate = (bool?)done.IsLate,
                Comments = (int?)done.Comments,
            }).ToListAsync(cancel);
        return rows.Select(row => (
            row.Student,
            row.Assignment is { } assignment
                ? new Done(assignment, row.Key!, row.IsAnswer!.Value, row.IsBegun!.Value, row.At, row.IsLate!.Value, row.Comments!.Value)
                : null));
    }

    // An answer or a tick.
    private sealed record Done(int Assignment, string Key, bool IsAnswer, bool IsBegun, DateTime? At, bool IsLate, int Comments);
}
