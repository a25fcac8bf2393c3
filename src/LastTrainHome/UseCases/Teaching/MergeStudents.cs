using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Brings two joins of one pupil together. Nothing that was answered is lost: where both answered, the other answer becomes a version
/// of the one that stays.</summary>
public sealed class MergeStudents(StudyStore store, TimeProvider clock)
{
    private static readonly Refusal SameTwice = new("Choose another student: one join cannot be merged with itself.", "kept");

    /// <summary>Says what merging would move.</summary>
    /// <param name="gone">The number of the student who becomes part of another.</param>
    /// <param name="kept">The number of the student who stays; null while that is not decided.</param>
    /// <returns>Null where the class is not the teacher's, or has no such students.</returns>
    public async Task<MergePreview?> PreviewAsync(Guid teacher, int ofClass, int gone, int? kept, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.ClassesOf(teacher).Include(one => one.Students.OrderBy(student => student.Number))
            .SingleOrDefaultAsync(one => one.Id == ofClass, cancel);
        if (found?.Students.Find(student => student.Number == gone) is not { } goes)
            return null;
        var others = found.Students.Where(student => student.Number != gone && student.LeftAt is null).ToList();
        if (kept is null || kept == gone)
            return new(found, goes, others, null, null, kept is null ? null : SameTwice);
        return others.Find(student => student.Number == kept) is { } stays
            ? new(found, goes, others, stays, await CountAsync(db, stays, goes, cancel), null)
            : null;
    }

    /// <summary>Merges them. This cannot be undone.</summary>
    public Task<ClassChange> MergeAsync(Guid teacher, int ofClass, int gone, int kept)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return store.ChangeClassAsync(teacher, ofClass, async (db, _) =>
        {
            if (gone == kept
                || await db.Students.SingleOrDefaultAsync(one => one.ClassId == ofClass && one.Number == kept && one.LeftAt == null) is not { } stays
                || await db.Students.SingleOrDefaultAsync(one => one.ClassId == ofClass && one.Number == gone) is not { } goes)
                return ClassChange.NotFound;
            await MergeAsync(db, stays, goes, now);
            return ClassChange.Done;
        });
    }

    private static async Task<MergeCounts> CountAsync(StudyDb db, Student kept, Student gone, CancellationToken cancel)
    {
        var elsewhere = await db.HasOtherPlaceAsync(gone, cancel);
        var (answers, pages) = (AnswersThatMove(db, gone, elsewhere), PagesThatMove(db, kept, gone, elsewhere));
        return new(
            await answers.CountAsync(cancel),
            await answers.CountAsync(answer => db.Answers.Any(other => other.AccountId == kept.AccountId
                && other.AssignmentId == answer.AssignmentId && other.QuestionId == answer.QuestionId), cancel),
            await pages.CountAsync(cancel),
            await answers.SelectMany(answer => answer.Comments).CountAsync(cancel),
            elsewhere);
    }

    private static async Task MergeAsync(StudyDb db, Student kept, Student gone, DateTime at)
    {
        var elsewhere = await db.HasOtherPlaceAsync(gone);
        var moving = await AnswersThatMove(db, gone, elsewhere).Include(answer => answer.Versions).Include(answer => answer.Comments)
            .AsSplitQuery().ToListAsync();
        var asked = moving.Select(answer => answer.QuestionId).ToHashSet();
        var own = await db.Answers.Where(answer => answer.AccountId == kept.AccountId && asked.Contains(answer.QuestionId))
            .Include(answer => answer.Versions).Include(answer => answer.Comments).AsSplitQuery().ToListAsync();
        foreach (var answer in moving)
            if (own.Find(one => one.AssignmentId == answer.AssignmentId && one.QuestionId == answer.QuestionId) is { } same)
                await JoinAsync(db, same, answer, kept.AccountId);
            else
                answer.AccountId = kept.AccountId;

        var ticks = await PagesThatMove(db, kept, gone, elsewhere).ToListAsync();
        db.PagesRead.AddRange(ticks.Select(read =>
            new PageRead { AccountId = kept.AccountId, AssignmentId = read.AssignmentId, PageKey = read.PageKey, At = read.At }));
        db.PagesRead.RemoveRange(ticks);
        await db.SaveChangesAsync(); // before the account goes, and with it everything that still hangs on it
        kept.IsUnclaimed &= gone.IsUnclaimed; // a card with work on it has been used
        if (elsewhere)
            gone.LeftAt = at;
        else
            await db.EraseAsync(gone);
    }

    private static async Task JoinAsync(StudyDb db, Answer own, Answer other, Guid account)
    {
        var (stays, goes) = own.Outweighs(other) ? (own, other) : (other, own);
        stays.TakeIn(goes);
        stays.Comments.AddRange(goes.Comments.Select(comment =>
            new Comment { TeacherId = comment.TeacherId, Text = comment.Text, Html = comment.Html, At = comment.At, SeenAt = comment.SeenAt }));
        db.Answers.Remove(goes);
        await db.SaveChangesAsync(); // one account answers a question once: the place must be free
        stays.AccountId = account;
    }

    // What belongs to another class stays with the account; what was answered outside any goes along where the account ends.
    private static IQueryable<Answer> AnswersThatMove(StudyDb db, Student gone, bool elsewhere) =>
        db.Answers.Where(answer => answer.AccountId == gone.AccountId && (answer.AssignmentId == null ? !elsewhere
            : db.Assignments.Any(assignment => assignment.Id == answer.AssignmentId && assignment.ClassId == gone.ClassId)));

    // Those the other has not ticked too.
    private static IQueryable<PageRead> PagesThatMove(StudyDb db, Student kept, Student gone, bool elsewhere) =>
        db.PagesRead.Where(read => read.AccountId == gone.AccountId
            && (read.AssignmentId == null ? !elsewhere
                : db.Assignments.Any(assignment => assignment.Id == read.AssignmentId && assignment.ClassId == gone.ClassId))
            && !db.PagesRead.Any(own => own.AccountId == kept.AccountId && own.AssignmentId == read.AssignmentId && own.PageKey == read.PageKey));
}

/// <summary>Two students who may be merged.</summary>
/// <param name="Gone">Who becomes part of another.</param>
/// <param name="Others">All who are in the class, <paramref name="Gone"/> left out.</param>
/// <param name="Kept">Who stays; null while that is not decided.</param>
/// <param name="Counts">What would move; null while it is not decided who stays.</param>
/// <param name="Refusal">Why these two cannot be merged; else null.</param>
public sealed record MergePreview(
    Class Class, Student Gone, IReadOnlyList<Student> Others, Student? Kept, MergeCounts? Counts, Refusal? Refusal);

/// <summary>What merging would move, counted before it is done.</summary>
/// <param name="Answers">Answers of the one who goes.</param>
/// <param name="Both">How many of them the other has answered too.</param>
/// <param name="Pages">Pages ticked by the one who goes and not by the other.</param>
/// <param name="Comments">Comments that move along.</param>
/// <param name="Elsewhere">Whether the account has a place in another class, and so stays.</param>
public sealed record MergeCounts(int Answers, int Both, int Pages, int Comments, bool Elsewhere);
