using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Study;

/// <summary>Everything that was ever saved of one of the student's own answers.</summary>
public sealed class AnswerModel(StudyStore store, LibraryDb library, TimeProvider clock) : PageModel
{
    public Answer Answer { get; private set; } = null!;

    /// <summary>The zone of the class it was written for.</summary>
    public string Zone { get; private set; } = "UTC";

    /// <summary>The assignment it was written for, as long as the student can see it.</summary>
    public Work? Work { get; private set; }

    public List<AnswerVersion> Versions { get; private set; } = [];

    /// <summary>The words of the choices, by position; empty for an open question.</summary>
    public Dictionary<int, string> Choices { get; private set; } = [];

    /// <summary>Why a version could not be restored.</summary>
    [TempData]
    public string? Refused { get; set; }

    public bool CanRestore => !Answer.IsSubmitted && (Answer.AssignmentId is null || Work is { IsOpen: true });

    public string? Address => Work?.Steps.Find(step => step.Item.QuestionId == Answer.QuestionId)?.Address;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        await CurrentAssignment.SeenAsync(store, Answer, clock.GetUtcNow().UtcDateTime);
        return Page();
    }

    /// <summary>Makes an earlier version the draft; what stands now becomes a version.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int version, int builtOn, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || Versions.Find(one => one.Id == version) is not { } earlier)
            return NotFound();
        if (!CanRestore)
            Refused = Answer.IsSubmitted ? "It has been handed in: take it back first, then restore." : "This assignment is closed, so nothing in it can be changed.";
        else if (!await store.WriteAsync(async db =>
        {
            var answer = await db.Answers.Include(one => one.Versions).SingleAsync(one => one.Id == id);
            return !answer.IsSubmitted && answer.Restore(earlier, builtOn, clock.GetUtcNow().UtcDateTime);
        }, CancellationToken.None))
            Refused = "The answer was changed in another tab meanwhile. Look again, then restore.";
        return LocalRedirect($"/study/answers/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancel)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        var found = await db.Answers.Include(answer => answer.Versions).Include(answer => answer.Comments.OrderBy(comment => comment.Id))
            .AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(answer => answer.Id == id && answer.AccountId == me, cancel);
        if (found is null)
            return false;
        Answer = found;
        Versions = [.. found.Versions.OrderByDescending(version => version.At).ThenByDescending(version => version.Id)];
        Choices = await library.Choices.Where(choice => choice.QuestionId == found.QuestionId).ToDictionaryAsync(choice => choice.Position, choice => choice.Text, cancel);
        if (found.AssignmentId is { } set)
        {
            Zone = await db.Classes.Where(one => one.Assignments.Any(assignment => assignment.Id == set)).Select(one => one.TimeZone).SingleAsync(cancel);
            Work = (await Work.ReadAsync(db, library, me, clock.GetUtcNow().UtcDateTime, set, cancel)).SingleOrDefault();
        }

        return true;
    }
}
