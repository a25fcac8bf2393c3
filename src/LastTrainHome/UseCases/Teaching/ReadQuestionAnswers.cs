using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Reads what a class answered to one question, side by side. Drafts are counted and not shown.</summary>
public sealed class ReadQuestionAnswers(StudyStore store, LibraryDb library)
{
    /// <returns>Null where the assignment is not the teacher's, or does not ask this question.</returns>
    public async Task<QuestionAnswers?> ReadAsync(Guid teacher, int assignment, string question, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.ClassesOf(teacher).Where(one => one.Assignments.Any(set => set.Id == assignment))
            .Include(one => one.Assignments.Where(set => set.Id == assignment)).ThenInclude(set => set.Items)
            .SingleOrDefaultAsync(cancel);
        if (found?.Assignments[0].Items.Find(item => item.QuestionId == question) is not { } asked)
            return null;

        var rows = await (
            from student in db.Students
            where student.ClassId == found.Id && student.LeftAt == null && !student.IsWaiting && !student.IsUnclaimed
            join answer in db.Answers.Where(answer => answer.AssignmentId == assignment && answer.QuestionId == question)
                on student.AccountId equals answer.AccountId into all
            from answer in all.DefaultIfEmpty()
            orderby student.Number
            select new { Student = student, Answer = (Answer?)answer, Comments = answer.Comments.OrderBy(comment => comment.Id).ToList() }).ToListAsync(cancel);
        var known = (await SubmittedAnswers.QuestionsAsync(library, [question], cancel)).GetValueOrDefault(question);
        var submitted = rows.FindAll(row => row.Answer is { IsSubmitted: true });
        submitted.ForEach(row => row.Answer!.Comments.AddRange(row.Comments));
        return new(
            found,
            found.Assignments[0],
            asked,
            known,
            submitted.ConvertAll(row => new SubmittedAnswer(row.Student, row.Answer!, SubmittedAnswers.Picked(row.Answer!, known))),
            rows.Count(row => row.Answer is { IsSubmitted: false, IsEmpty: false }),
            rows.Count);
    }
}

/// <summary>A question with a class's answers.</summary>
/// <param name="Question">As the library has it now; null where it is gone from there.</param>
/// <param name="Answers">What was handed in, by the students' numbers.</param>
/// <param name="Drafts">How many have begun and not handed in.</param>
/// <param name="Students">How many students are in the class.</param>
public sealed record QuestionAnswers(
    Class Class, Assignment Assignment, AssignmentItem Item, Question? Question, IReadOnlyList<SubmittedAnswer> Answers, int Drafts, int Students)
{
    /// <summary>How many picked a choice.</summary>
    public int CountPicked(Choice choice) => Answers.Count(one => one.Answer.Choices.Contains(choice.Position));
}
