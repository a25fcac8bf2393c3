using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>One answer as a teacher reads it: only once it is handed in.</summary>
/// <param name="Choices">What was picked, in words.</param>
public sealed record SubmittedAnswer(Student Student, Answer Answer, IReadOnlyList<PickedChoice> Choices);

/// <summary>A choice somebody picked.</summary>
/// <param name="IsRight">Null where the question no longer has it.</param>
public sealed record PickedChoice(string Text, bool? IsRight);

internal static class SubmittedAnswers
{
    /// <summary>The library's words for choices that are kept as numbers.</summary>
    /// <param name="question">Null where it is gone from the library.</param>
    public static IReadOnlyList<PickedChoice> Picked(Answer answer, Question? question) =>
        [.. answer.Choices.Select(position => question?.Choices.Find(choice => choice.Position == position) is { } found
            ? new PickedChoice(found.Text, found.IsRight)
            : new PickedChoice($"choice {position + 1}, which the page no longer has", null))];

    /// <summary>Questions as the library has them now, by id; those it no longer has are left out.</summary>
    public static Task<Dictionary<string, Question>> QuestionsAsync(LibraryDb library, IEnumerable<string?> ids, CancellationToken cancel)
    {
        var asked = ids.OfType<string>().ToList();
        return library.Questions.Where(question => asked.Contains(question.Id))
            .Include(question => question.Choices.OrderBy(choice => choice.Position)).AsNoTracking()
            .ToDictionaryAsync(question => question.Id, cancel);
    }

    /// <summary>What was handed in for an assignment, with what was said about it.</summary>
    public static IQueryable<Answer> SubmittedFor(this StudyDb db, int assignment) =>
        db.Answers.Where(answer => answer.AssignmentId == assignment && answer.SubmittedAt != null)
            .Include(answer => answer.Comments.OrderBy(comment => comment.Id));
}
