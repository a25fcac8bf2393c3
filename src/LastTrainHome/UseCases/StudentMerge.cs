using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>One pupil may have joined twice, or by mistake: what becomes of the work and of the account.</summary>
internal static class StudentMerge
{
    /// <summary>What merging would move, counted before it is done.</summary>
    /// <param name="Answers">Answers of the join that goes.</param>
    /// <param name="Both">How many of them the other has answered too.</param>
    /// <param name="Pages">Pages ticked by the join that goes and not by the other.</param>
    /// <param name="Comments">Comments that move along.</param>
    /// <param name="Elsewhere">Whether the account has a place in another class, and so stays.</param>
    public sealed record Plan(int Answers, int Both, int Pages, int Comments, bool Elsewhere);

    public static async Task<Plan> PlanAsync(StudyDb db, Student kept, Student gone, CancellationToken cancel)
    {
        var elsewhere = await HasOtherPlaceAsync(db, gone, cancel);
        var answers = Work(db, gone, elsewhere);
        var pages = Pages(db, gone, elsewhere);
        return new(
            await answers.CountAsync(cancel),
            await answers.CountAsync(answer => db.Answers.Any(other => other.AccountId == kept.AccountId && other.AssignmentId == answer.AssignmentId && other.QuestionId == answer.QuestionId), cancel),
            await pages.CountAsync(read => !db.PagesRead.Any(other => other.AccountId == kept.AccountId && other.AssignmentId == read.AssignmentId && other.PageKey == read.PageKey), cancel),
            await answers.SelectMany(answer => answer.Comments).CountAsync(cancel),
            elsewhere);
    }

    /// <summary>Brings the work of two joins together under the one that is kept. Nothing that was answered is lost: where both answered,
    /// the other answer is a kept version of the one that stays.</summary>
    public static async Task MergeAsync(StudyDb db, Student kept, Student gone, DateTime at)
    {
        var elsewhere = await HasOtherPlaceAsync(db, gone, CancellationToken.None);
        var mine = await db.Answers.Where(answer => answer.AccountId == kept.AccountId).Include(answer => answer.Versions).Include(answer => answer.Comments).AsSplitQuery().ToListAsync();
        foreach (var other in await Work(db, gone, elsewhere).Include(answer => answer.Versions).Include(answer => answer.Comments).AsSplitQuery().ToListAsync())
            if (mine.Find(answer => answer.AssignmentId == other.AssignmentId && answer.QuestionId == other.QuestionId) is { } own)
                await JoinAsync(db, own, other, kept.AccountId);
            else
                other.AccountId = kept.AccountId;

        var ticked = await Pages(db, gone, elsewhere).Where(read => !db.PagesRead.Any(own => own.AccountId == kept.AccountId && own.AssignmentId == read.AssignmentId && own.PageKey == read.PageKey)).ToListAsync();
        db.PagesRead.AddRange(ticked.Select(read => new PageRead { AccountId = kept.AccountId, AssignmentId = read.AssignmentId, PageKey = read.PageKey, At = read.At }));
        db.PagesRead.RemoveRange(ticked);
        await db.SaveChangesAsync(); // before the account goes, and with it whatever still hangs on it
        kept.IsUnclaimed &= gone.IsUnclaimed; // a card with somebody's work is somebody's
        if (elsewhere)
            gone.LeftAt = at;
        else
            await ForgetAsync(db, gone);
    }

    /// <summary>Takes somebody out of a class without a trace; the account goes too, unless it has another place.</summary>
    public static async Task ForgetAsync(StudyDb db, Student student)
    {
        if (await HasOtherPlaceAsync(db, student, CancellationToken.None))
            db.Students.Remove(student);
        else if (await db.Accounts.SingleAsync(account => account.Id == student.AccountId) is { Teaches: false, Edits: false, Owns: false } account)
            db.Accounts.Remove(account); // its sessions, its place and its work go with it
        else
            db.Students.Remove(student);
    }

    private static async Task JoinAsync(StudyDb db, Answer own, Answer other, Guid account)
    {
        var (stays, goes) = own.Outweighs(other) ? (own, other) : (other, own);
        stays.TakeIn(goes);
        stays.Comments.AddRange(goes.Comments.Select(comment => new Comment { TeacherId = comment.TeacherId, Text = comment.Text, Html = comment.Html, At = comment.At, SeenAt = comment.SeenAt }));
        db.Answers.Remove(goes);
        await db.SaveChangesAsync(); // one account answers a question once: the place must be free
        stays.AccountId = account;
    }

    private static Task<bool> HasOtherPlaceAsync(StudyDb db, Student student, CancellationToken cancel) =>
        db.Students.AnyAsync(other => other.AccountId == student.AccountId && other.Id != student.Id, cancel);

    // What belongs to another class stays with the account; what was answered on one's own goes along where the account ends.
    private static IQueryable<Answer> Work(StudyDb db, Student gone, bool elsewhere) => db.Answers.Where(answer => answer.AccountId == gone.AccountId
        && (answer.AssignmentId == null ? !elsewhere : db.Assignments.Any(assignment => assignment.Id == answer.AssignmentId && assignment.ClassId == gone.ClassId)));

    private static IQueryable<PageRead> Pages(StudyDb db, Student gone, bool elsewhere) => db.PagesRead.Where(read => read.AccountId == gone.AccountId
        && (read.AssignmentId == null ? !elsewhere : db.Assignments.Any(assignment => assignment.Id == read.AssignmentId && assignment.ClassId == gone.ClassId)));
}
