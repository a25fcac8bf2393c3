using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Study;

/// <summary>One question of an assignment by itself: where a student's answers are sent, and where he finds what he typed when it could not be kept.
/// It is open to whoever has lost his session, and checks forms itself: the framework would refuse both and drop the text.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class QuestionModel(StudyStore store, LibraryDb library, Answering answering, IAntiforgery forms, TimeProvider clock) : PageModel
{
    private const string SignedOut = "You have been signed out, so this could not be saved. Sign in again in another tab; then come back to this page and send it again.";
    private const string Stale = "This page is out of date, so this could not be saved. Here is what you typed: please send it again.";

    /// <summary>The question with what was written; null for whoever is not signed in.</summary>
    public AnswerForm? Form { get; private set; }

    /// <summary>What was sent and could not be kept.</summary>
    public Draft? Sent { get; private set; }

    /// <summary>Why it could not be kept.</summary>
    public string? Why { get; private set; }

    public string Action { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, string question, CancellationToken cancel)
    {
        if (!User.IsInRole(Role.Student))
            return User.Identity?.IsAuthenticated == true ? NotFound() : Challenge();
        return await LoadAsync(id, question, null, null, cancel) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostSaveAsync(int id, string question, Draft draft) => SendAsync(id, question, draft, answering.SaveAsync);

    public Task<IActionResult> OnPostHandInAsync(int id, string question, Draft draft) => SendAsync(id, question, draft, answering.HandInAsync);

    public Task<IActionResult> OnPostTakeBackAsync(int id, string question) =>
        SendAsync(id, question, new(null, null, 0), (student, assignment, asked, _) => answering.TakeBackAsync(student, assignment, asked));

    /// <summary>Begins with what the student wrote to the same question on his own; what was typed meanwhile comes after it.</summary>
    public Task<IActionResult> OnPostEarlierAsync(int id, string question, Draft draft) => SendAsync(id, question, draft, async (student, assignment, asked, sent) =>
    {
        await using var db = store.Read();
        var earlier = await db.Answers.Where(answer => answer.AccountId == student && answer.AssignmentId == null && answer.QuestionId == asked).Select(answer => answer.Text).SingleOrDefaultAsync();
        var text = string.IsNullOrWhiteSpace(sent.Text) ? earlier : $"{earlier}\n\n{sent.Text}";
        return await answering.SaveAsync(student, assignment, asked, sent with { Text = text });
    });

    /// <summary>Saves while somebody types. Answers in JSON: the new version, or what stands in the way.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(int id, string question, [FromBody] Draft? draft, CancellationToken cancel)
    {
        if (!User.IsInRole(Role.Student))
            return Json(StatusCodes.Status401Unauthorized, new { refused = "You have been signed out." });
        if (draft is null || !await IsValidAsync())
            return Json(StatusCodes.Status400BadRequest, new { refused = "This page is out of date." });

        var (outcome, answer) = await answering.SaveAsync(User.AccountId(), id, question, draft);
        return outcome switch
        {
            Outcome.Done => Json(StatusCodes.Status200OK, new { version = answer!.Version, savedAt = answer.SavedAt, saved = await ClockAsync(id, answer, cancel) }),
            Outcome.Conflict => Json(StatusCodes.Status409Conflict, new { version = answer!.Version, text = answer.Text, choices = answer.Choices }),
            Outcome.NotFound => NotFound(),
            Outcome.TooLong => Json(StatusCodes.Status413PayloadTooLarge, new { refused = Answering.Why(outcome) }),
            _ => Json(StatusCodes.Status403Forbidden, new { refused = Answering.Why(outcome) }),
        };
    }

    private async Task<IActionResult> SendAsync(int id, string question, Draft draft, Func<Guid, int, string, Draft, Task<(Outcome Outcome, Answer? Answer)>> act)
    {
        var cancel = HttpContext.RequestAborted;
        if (User.Identity?.IsAuthenticated == true && !User.IsInRole(Role.Student))
            return NotFound();
        if (!User.IsInRole(Role.Student))
            return Refuse(id, question, draft, StatusCodes.Status401Unauthorized, SignedOut);
        if (!await IsValidAsync())
            return Refuse(id, question, draft, StatusCodes.Status400BadRequest, Stale);

        var (outcome, _) = await act(User.AccountId(), id, question, draft);
        if (outcome == Outcome.NotFound || !await LoadAsync(id, question, outcome == Outcome.Done ? null : draft, Answering.Why(outcome), cancel, outcome == Outcome.Conflict))
            return draft.Text is { Length: > 0 } ? Refuse(id, question, draft, StatusCodes.Status404NotFound, "This assignment has been withdrawn, so this could not be saved. What you typed is still here: copy it if you need it.") : NotFound();
        if (outcome == Outcome.Done)
            return LocalRedirect(Form!.Step.Address!);
        Response.StatusCode = outcome == Outcome.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> IsValidAsync()
    {
        try
        {
            return await forms.IsRequestValidAsync(HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            return false; // not a form at all
        }
    }

    private PageResult Refuse(int id, string question, Draft draft, int status, string why)
    {
        (Action, Sent, Why) = (AnswerForm.AddressOf(id, question), draft, why);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(int id, string question, Draft? sent, string? why, CancellationToken cancel, bool isConflict = false)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        var work = (await Work.ReadAsync(db, library, me, clock.GetUtcNow().UtcDateTime, id, cancel)).SingleOrDefault();
        if (work?.Steps.Find(step => step.Item.QuestionId == question) is not { } step)
            return false;
        Form = await AnswerForm.ReadAsync(store, library, work, step, me, cancel) with { Sent = sent, Why = string.IsNullOrEmpty(why) ? null : why, IsConflict = isConflict };
        return true;
    }

    private async Task<string> ClockAsync(int id, Answer answer, CancellationToken cancel)
    {
        await using var db = store.Read();
        var zone = await db.Classes.Where(one => one.Assignments.Any(set => set.Id == id)).Select(one => one.TimeZone).SingleAsync(cancel);
        return DisplayFormat.Time(ClassTime.ToLocal(answer.SavedAt, zone));
    }

    private static JsonResult Json(int status, object value) => new(value) { StatusCode = status };
}
