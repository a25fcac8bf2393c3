using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Reads everything that was ever saved of one of a student's own answers.</summary>
public sealed class ReadAnswer(StudyStore store, LibraryDb library, TimeProvider clock)
{
    /// <summary>Null where it is not the student's.</summary>
    public async Task<AnswerHistory?> ReadAsync(Guid student, int answer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = store.Read();
        var found = await (
            from one in db.Answers
            where one.Id == answer && one.AccountId == student
            from set in db.Assignments.Where(set => set.Id == one.AssignmentId).DefaultIfEmpty()
            from ofClass in db.Classes.Where(ofClass => ofClass.Id == set.ClassId).DefaultIfEmpty()
            select new
            {
                Answer = one,
                Comments = one.Comments.OrderBy(comment => comment.Id).ToList(),
                Title = (string?)set.Title,
                Zone = (string?)ofClass.TimeZone,
                IsSet = db.AssignmentsFor(student, now).Any(visible => visible.Id == one.AssignmentId),
                IsClosed = ofClass.ArchivedAt != null || set.ClosesAt != null && set.ClosesAt <= now,
            }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;

        found.Answer.Comments.AddRange(found.Comments);
        var versions = await db.AnswerVersions.Where(version => version.AnswerId == answer)
            .OrderByDescending(version => version.At).ThenByDescending(version => version.Id).ToListAsync(cancel);
        var question = found.Answer.QuestionId;
        var page = await (
            from one in library.Questions
            where one.Id == question
            join stands in library.Pages on one.PageKey equals stands.Key
            select new { stands.Kind, stands.Slug }).SingleOrDefaultAsync(cancel);
        return new(
            found.Answer,
            versions,
            await library.Choices.Where(choice => choice.QuestionId == question).ToDictionaryAsync(choice => choice.Position, choice => choice.Text, cancel),
            found.Zone ?? "UTC",
            found.IsSet ? found.Title : null,
            page?.Kind.Address(page.Slug),
            !found.Answer.IsSubmitted && (found.Answer.AssignmentId is null || found is { IsSet: true, IsClosed: false }));
    }
}

/// <summary>An answer with its versions.</summary>
/// <param name="Versions">The newest first.</param>
/// <param name="Choices">The words of the question's choices, by position; empty for an open question.</param>
/// <param name="Zone">The time zone of the class it was written for.</param>
/// <param name="Assignment">The title of the assignment, as long as the student can see it; else null.</param>
/// <param name="Page">The address of the page on which the question stands now; null where the library has it no longer.</param>
public sealed record AnswerHistory(
    Answer Answer, IReadOnlyList<AnswerVersion> Versions, IReadOnlyDictionary<int, string> Choices, string Zone, string? Assignment, string? Page, bool CanRestore);
