using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Study;

/// <summary>Everything that was ever saved of one of the student's own answers.</summary>
public sealed class AnswerModel(ReadAnswer read, RestoreVersion restore, MarkCommentsSeen seen) : PageModel
{
    public AnswerHistory History { get; private set; } = null!;

    /// <summary>Where the student goes on with the question; null while the assignment cannot be seen.</summary>
    public string? Address => History is { Assignment: not null, Answer: { AssignmentId: { } assignment } answer }
        ? History.Page is null
            ? StudyAddresses.OfQuestion(assignment, answer.QuestionId)
            : $"{History.Page.Split('#')[0]}?assignment={assignment}#q-{answer.QuestionId}"
        : null;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await read.ReadAsync(User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        History = found;
        return Page();
    }

    /// <summary>Makes an earlier version the draft; what stands now becomes a version.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int version, int builtOn)
    {
        var restored = await restore.RestoreAsync(User.AccountId(), id, version, builtOn);
        if (!restored.IsFound)
            return NotFound();
        if (restored.Refusal is { } refusal)
            this.Flash(FlashMessage.Refused(refusal.Sentence));
        return LocalRedirect($"/study/answers/{id}");
    }

    /// <summary>Notes that the student has seen what the teacher said. The page's script sends it once the comment is in sight; without script the
    /// student does.</summary>
    /// <param name="until">The ticks (UTC) of the newest comment that was shown.</param>
    /// <param name="back">The page to return to.</param>
    public async Task<IActionResult> OnPostSeenAsync(int id, long until, string? back)
    {
        if (until < 0 || until > DateTime.MaxValue.Ticks || !await seen.MarkAsync(User.AccountId(), id, new(until, DateTimeKind.Utc)))
            return NotFound();
        return LocalRedirect(Url.IsLocalUrl(back) ? back : $"/study/answers/{id}");
    }
}
