using System.Globalization;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Study;

/// <summary>One question of an assignment by itself: where a student's answers are sent, and where they find what could not be kept.</summary>
[ResponseCache(NoStore = true)]
public sealed class QuestionModel(ReadProgress progress, AnswerQuestion answers, LibraryDb library) : PageModel
{
    /// <summary>The question with what was written, and what was sent and could not be kept.</summary>
    public AnswerForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, string question, CancellationToken cancel) =>
        await FindAsync(id, question, cancel) is { } form ? Show(form) : NotFound();

    public Task<IActionResult> OnPostSaveAsync(int id, string question, AnswerDraft draft) => SendAsync(id, question, draft, answers.SaveAsync);

    public Task<IActionResult> OnPostHandInAsync(int id, string question, AnswerDraft draft) => SendAsync(id, question, draft, answers.HandInAsync);

    public Task<IActionResult> OnPostTakeBackAsync(int id, string question) =>
        SendAsync(id, question, new(null, null, 0), (student, assignment, asked, _) => answers.TakeBackAsync(student, assignment, asked));

    /// <summary>Begins with what the student wrote to the same question outside any assignment.</summary>
    public Task<IActionResult> OnPostEarlierAsync(int id, string question, AnswerDraft draft) => SendAsync(id, question, draft, answers.UseEarlierAsync);

    /// <summary>Saves while somebody types. Answers in JSON: the new version, or what stands in the way.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(int id, string question, [FromBody] AnswerDraft? draft)
    {
        if (draft is null)
            return BadRequest();
        var saved = await answers.SaveAsync(User.AccountId(), id, question, draft);
        return saved.Status switch
        {
            AnswerStatus.Saved => Json(StatusCodes.Status200OK, new
            {
                version = saved.Answer!.Version,
                savedAt = saved.Answer.SavedAt,
                saved = ClassTime.ToLocal(saved.Answer.SavedAt, saved.Zone!).ToString("HH:mm", CultureInfo.InvariantCulture),
            }),
            AnswerStatus.Conflict => Json(StatusCodes.Status409Conflict, new { version = saved.Answer!.Version, text = saved.Answer.Text, choices = saved.Answer.Choices }),
            AnswerStatus.NotFound => NotFound(),
            AnswerStatus.TooLong => Json(StatusCodes.Status413PayloadTooLarge, new { refused = saved.Sentence }),
            _ => Json(StatusCodes.Status403Forbidden, new { refused = saved.Sentence }),
        };
    }

    private async Task<IActionResult> SendAsync(int id, string question, AnswerDraft draft, Func<Guid, int, string, AnswerDraft, Task<AnswerResult>> send)
    {
        var sent = await send(User.AccountId(), id, question, draft);
        if (sent.Status == AnswerStatus.NotFound || await FindAsync(id, question, HttpContext.RequestAborted) is not { } form)
            return NotFound();
        if (sent.Status == AnswerStatus.Saved)
            return LocalRedirect(form.Item.Address()!);
        Response.StatusCode = sent.Status == AnswerStatus.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Show(form with { Sent = draft, Problem = sent.Sentence, IsConflict = sent.Status == AnswerStatus.Conflict });
    }

    private async Task<AnswerForm?> FindAsync(int id, string question, CancellationToken cancel)
    {
        var student = User.AccountId();
        if (await progress.OfAssignmentAsync(student, id, cancel) is not { } assignment || assignment.Question(question) is not { } item)
            return null;
        var known = await library.Questions.Where(one => one.Id == question).Include(one => one.Choices.OrderBy(choice => choice.Position))
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        return AnswerForm.Of(assignment, item, known, student);
    }

    private PageResult Show(AnswerForm form)
    {
        Form = form;
        return Page();
    }

    private static JsonResult Json(int status, object value) => new(value) { StatusCode = status };
}
