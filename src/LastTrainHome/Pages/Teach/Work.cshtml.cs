using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>One student's work for one assignment, and what the teacher says to it.</summary>
public sealed class WorkModel(StudyStore store, LibraryDb library, TimeProvider clock) : PageModel
{
    private (int Answer, int? Comment, string? Text, string Why)? refused;

    internal ClassOverview Overview { get; private set; } = null!;
    public Class Class => Overview.Class;
    public Assignment Assignment => Overview.Assignments[0];
    public Student Student { get; private set; } = null!;
    public Student? Before { get; private set; }
    public Student? After { get; private set; }
    public Dictionary<string, Question> Questions { get; private set; } = [];
    public Dictionary<string, Answer> Answers { get; private set; } = [];
    public string? Problem => refused?.Why;

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ClassOverview.OfAssignmentAsync(db, User.AccountId(), id, cancel) is not { } found
            || await db.Students.SingleOrDefaultAsync(student => student.ClassId == found.Class.Id && student.Number == number, cancel) is not { } student)
            return NotFound();
        (Overview, Student) = (found, student);
        Before = found.Students.LastOrDefault(other => other.Number < number);
        After = found.Students.FirstOrDefault(other => other.Number > number);
        Questions = await Choices.QuestionsAsync(library, Assignment.Items.Select(item => item.QuestionId).OfType<string>(), cancel);
        Answers = await Choices.AnswersOf(db, id).Where(answer => answer.AccountId == student.AccountId).ToDictionaryAsync(answer => answer.QuestionId, cancel);
        return Page();
    }

    /// <summary>An answer as the page shows it; null while it is not handed in.</summary>
    public HandedIn? Of(string question) => Answers.GetValueOrDefault(question) is { IsSubmitted: true } answer
        ? new(Assignment.Id, Student, answer, Choices.Of(answer, Questions.GetValueOrDefault(question)), Class.TimeZone, !Class.IsArchived, "work",
            refused is { } typed && typed.Answer == answer.Id ? (typed.Comment, typed.Text, typed.Why) : null)
        : null;

    /// <param name="comment">The comment to change; null for a new one.</param>
    /// <param name="back">The page to return to.</param>
    public async Task<IActionResult> OnPostCommentAsync(int id, int number, int answer, int? comment, string? text, string? back, CancellationToken cancel)
    {
        var words = (text ?? "").Trim().ReplaceLineEndings("\n");
        if (words.Length is 0 or > Comment.MaxLength)
        {
            refused = (answer, comment, text, words.Length == 0 ? "Write something first, or leave the answer without a comment." : $"A comment has at most {Comment.MaxLength} letters; this one has {words.Length}.");
            return await OnGetAsync(id, number, cancel);
        }

        var (teacher, now, html) = (User.AccountId(), clock.GetUtcNow().UtcDateTime, UserMarkdown.Render(words));
        return await ChangeAsync(id, number, answer, back, found =>
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

    public Task<IActionResult> OnPostDeleteAsync(int id, int number, int answer, int comment, string? back)
    {
        var teacher = User.AccountId();
        return ChangeAsync(id, number, answer, back, found => found.Comments.RemoveAll(one => one.Id == comment && one.TeacherId == teacher) > 0);
    }

    private async Task<IActionResult> ChangeAsync(int id, int number, int answer, string? back, Func<Answer, bool> change)
    {
        var teacher = User.AccountId();
        var (question, archived) = await store.WriteAsync(async db =>
        {
            var ofClass = await db.AssignmentsOf(teacher).Where(one => one.Id == id).Select(one => one.ClassId).SingleOrDefaultAsync();
            var found = await db.Answers.Include(one => one.Comments).SingleOrDefaultAsync(one => one.Id == answer && one.AssignmentId == id && one.SubmittedAt != null
                && db.Students.Any(student => student.ClassId == ofClass && student.Number == number && student.AccountId == one.AccountId));
            if (found is null)
                return ((string?)null, false);
            if (await db.Classes.AnyAsync(one => one.Id == ofClass && one.ArchivedAt != null))
                return (found.QuestionId, true);
            return (change(found) ? found.QuestionId : null, false);
        });
        if (question is null)
            return NotFound();
        if (archived)
            TempData[FlashMessage.Refused] = TeacherScope.Archived;
        return Redirect(back == "question" ? $"/teach/assignments/{id}/questions/{Uri.EscapeDataString(question)}#a-{number}" : $"/teach/assignments/{id}/students/{number}#q-{question}");
    }
}
