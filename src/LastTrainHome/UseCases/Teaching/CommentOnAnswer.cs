using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Writes, changes and deletes what a teacher says about an answer that was handed in.</summary>
public sealed class CommentOnAnswer(StudyStore store, TimeProvider clock)
{
    /// <summary>Writes a comment, or changes one of the teacher's own.</summary>
    /// <param name="number">The student's number in the class.</param>
    /// <param name="comment">The comment to change; null for a new one.</param>
    /// <param name="text">Markdown as typed.</param>
    public async Task<CommentResult> WriteAsync(Guid teacher, int assignment, int number, int answer, int? comment, string? text)
    {
        var words = UserText.Clean(text, int.MaxValue).Trim();
        if (words.Length is 0 or > Comment.MaxLength)
            return new(ClassChange.Done, null, new(
                words.Length == 0 ? "Write something first, or leave the answer without a comment."
                    : $"A comment has at most {Comment.MaxLength} letters; this one has {words.Length}.",
                "text"));

        var (now, html) = (clock.GetUtcNow().UtcDateTime, UserMarkdown.Render(words));
        return await ChangeAsync(teacher, assignment, number, answer, found =>
        {
            if (comment is null)
                found.Comments.Add(new() { TeacherId = teacher, Text = words, Html = html, At = now });
            else if (found.Comments.Find(one => one.Id == comment && one.TeacherId == teacher) is { } old)
                (old.Text, old.Html, old.At, old.SeenAt) = (words, html, now, null); // new to the student again
            else
                return false;
            return true;
        });
    }

    /// <summary>Deletes a comment of the teacher's own.</summary>
    public Task<CommentResult> DeleteAsync(Guid teacher, int assignment, int number, int answer, int comment) =>
        ChangeAsync(teacher, assignment, number, answer, found => found.Comments.RemoveAll(one => one.Id == comment && one.TeacherId == teacher) > 0);

    private Task<CommentResult> ChangeAsync(Guid teacher, int assignment, int number, int answer, Func<Answer, bool> change) => store.WriteAsync(async db =>
    {
        var ofClass = await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Assignments.Any(set => set.Id == assignment));
        var found = ofClass is null ? null : await db.Answers.Include(one => one.Comments)
            .SingleOrDefaultAsync(one => one.Id == answer && one.AssignmentId == assignment && one.SubmittedAt != null
                && db.Students.Any(student => student.ClassId == ofClass.Id && student.Number == number && student.AccountId == one.AccountId));
        if (found is null)
            return CommentResult.NotFound;
        if (ofClass!.IsArchived)
            return new(ClassChange.Archived, found.QuestionId, null);
        return change(found) ? new(ClassChange.Done, found.QuestionId, null) : CommentResult.NotFound;
    });
}

/// <summary>What became of a comment.</summary>
/// <param name="QuestionId">The question the answer belongs to; null where there is no such answer, or the comment was refused.</param>
/// <param name="Refusal">Why the comment was refused; else null.</param>
public sealed record CommentResult(ClassChange Change, string? QuestionId, Refusal? Refusal)
{
    internal static readonly CommentResult NotFound = new(ClassChange.NotFound, null, null);
}
