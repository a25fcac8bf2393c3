using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Reads one student's work for one assignment.</summary>
public sealed class ReadStudentWork(StudyStore store, LibraryDb library)
{
    /// <param name="number">The student's number in the class.</param>
    /// <returns>Null where the assignment is not the teacher's, or the class has no such student.</returns>
    public async Task<StudentWork?> ReadAsync(Guid teacher, int assignment, int number, CancellationToken cancel)
    {
        await using var db = store.Read();
        var items = await (
            from set in db.AssignmentsOf(teacher)
            where set.Id == assignment
            join ofClass in db.Classes on set.ClassId equals ofClass.Id
            join student in db.Students on set.ClassId equals student.ClassId
            where student.Number == number
            from item in set.Items
            join read in db.PagesRead.Where(read => read.AssignmentId == assignment)
                on new { student.AccountId, item.PageKey } equals new { read.AccountId, read.PageKey } into reads
            from read in reads.DefaultIfEmpty()
            orderby item.Position
            select new { Assignment = set, Class = ofClass, Student = student, Item = item, ReadAt = (DateTime?)read.At }).ToListAsync(cancel);
        if (items.Count == 0)
            return null;

        var found = items[0];
        var (students, answers) = await StudentsAsync(db, found.Student, assignment, cancel);
        var questions = await SubmittedAnswers.QuestionsAsync(library, items.Select(one => one.Item.QuestionId), cancel);
        return new(
            found.Class,
            found.Assignment,
            found.Student,
            students.FindLast(one => one.Number < number),
            students.Find(one => one.Number > number),
            items.ConvertAll(one => Of(one.Item, one.ReadAt)));

        WorkItem Of(AssignmentItem item, DateTime? read)
        {
            if (item.QuestionId is null)
                return new(item, ItemStates.OfPage(read, found.Assignment.DueAt), read, null);
            var answer = answers.GetValueOrDefault(item.QuestionId);
            return new(
                item,
                ItemStates.OfQuestion(answer is { IsEmpty: false }, answer?.SubmittedAt, answer is { IsLate: true }),
                answer?.SubmittedAt,
                answer is { IsSubmitted: true }
                    ? new(found.Student, answer, SubmittedAnswers.Picked(answer, questions.GetValueOrDefault(item.QuestionId)))
                    : null);
        }
    }

    // Those who are in the class, by number; and what one of them answered, by question.
    private static async Task<(List<Student> Students, Dictionary<string, Answer> Answers)> StudentsAsync(
        StudyDb db, Student of, int assignment, CancellationToken cancel)
    {
        var rows = await (
            from student in db.Students
            where student.ClassId == of.ClassId
            join answer in db.Answers.Where(answer => answer.AccountId == of.AccountId && answer.AssignmentId == assignment)
                on student.AccountId equals answer.AccountId into all
            from answer in all.DefaultIfEmpty()
            join comment in db.Comments on answer.Id equals comment.AnswerId into made
            from comment in made.DefaultIfEmpty()
            orderby student.Number, comment.Id
            select new { Student = student, Answer = (Answer?)answer, Comment = (Comment?)comment }).ToListAsync(cancel);
        var answers = rows.Where(row => row.Answer is not null).GroupBy(row => row.Answer!.Id).Select(same =>
        {
            var answer = same.First().Answer!;
            answer.Comments.AddRange(same.Select(row => row.Comment).OfType<Comment>());
            return answer;
        });
        return (
            [.. rows.Select(row => row.Student).DistinctBy(one => one.Id).Where(one => one is { LeftAt: null, IsWaiting: false, IsUnclaimed: false })],
            answers.ToDictionary(answer => answer.QuestionId));
    }
}

/// <summary>One student's work for one assignment.</summary>
/// <param name="Before">The student before this one in the class; null for the first.</param>
/// <param name="After">The student after this one; null for the last.</param>
public sealed record StudentWork(
    Class Class, Assignment Assignment, Student Student, Student? Before, Student? After, IReadOnlyList<WorkItem> Items);

/// <summary>One item of it.</summary>
/// <param name="At">When it was handed in or ticked, UTC; null while it is not.</param>
/// <param name="Answer">What was handed in; null for a draft, which is the student's own, and for a page to read.</param>
public sealed record WorkItem(AssignmentItem Item, ItemState State, DateTime? At, SubmittedAnswer? Answer);
