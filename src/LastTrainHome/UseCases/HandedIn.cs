using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>One answer as a teacher reads it: only once it is handed in.</summary>
/// <param name="Assignment">For which assignment; comments are sent there.</param>
/// <param name="Choices">What was picked, in words.</param>
/// <param name="CanComment">Whether the class still goes on.</param>
/// <param name="BackTo">The page a comment returns to: <c>work</c> or <c>question</c>.</param>
/// <param name="Typed">A comment that was refused, as typed, and why.</param>
public sealed record HandedIn(int Assignment, Student Student, Answer Answer, IReadOnlyList<Picked> Choices, string Zone, bool CanComment, string BackTo, (int? Comment, string? Text, string Why)? Typed = null);

/// <summary>A choice somebody picked.</summary>
/// <param name="IsRight">Null where the question no longer stands as it was.</param>
public sealed record Picked(string Text, bool? IsRight);

/// <summary>The library's words for answers that are kept as numbers.</summary>
internal static class Choices
{
    public static IReadOnlyList<Picked> Of(Answer answer, Question? question) =>
        [.. answer.Choices.Select(position => question?.Choices.Find(choice => choice.Position == position) is { } found
            ? new Picked(found.Text, found.IsRight)
            : new Picked($"choice {position + 1}, which the page no longer has", null))];

    /// <summary>The questions an assignment asks, as the library has them now.</summary>
    public static Task<Dictionary<string, Question>> QuestionsAsync(LibraryDb library, IEnumerable<string> ids, CancellationToken cancel)
    {
        var asked = ids.ToList();
        return library.Questions.Where(question => asked.Contains(question.Id)).Include(question => question.Choices.OrderBy(choice => choice.Position)).AsNoTracking().ToDictionaryAsync(question => question.Id, cancel);
    }

    /// <summary>The answers of an assignment with what was said to them.</summary>
    public static IQueryable<Answer> AnswersOf(StudyDb db, int assignment) =>
        db.Answers.Where(answer => answer.AssignmentId == assignment).Include(answer => answer.Comments.OrderBy(comment => comment.Id));
}
