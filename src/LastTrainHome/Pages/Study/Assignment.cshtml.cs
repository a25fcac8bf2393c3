using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Study;

/// <summary>An assignment as a path: its items in order, what is left, and the student's own ticks.</summary>
public sealed class AssignmentModel(ReadProgress progress, MarkPageRead mark) : PageModel
{
    public AssignmentProgress Assignment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await progress.OfAssignmentAsync(User.AccountId(), id, cancel, withInstructions: true) is not { } found)
            return NotFound();
        Assignment = found;
        return Page();
    }

    /// <summary>I have read this.</summary>
    public Task<IActionResult> OnPostReadAsync(int id, int item) => MarkAsync(id, item, true);

    /// <summary>I have not.</summary>
    public Task<IActionResult> OnPostUnreadAsync(int id, int item) => MarkAsync(id, item, false);

    private async Task<IActionResult> MarkAsync(int id, int item, bool isRead)
    {
        var marked = await mark.MarkAsync(User.AccountId(), id, item, isRead);
        if (!marked.IsFound)
            return NotFound();
        if (marked.Refusal is { } refusal)
            this.Flash(FlashMessage.Refused(refusal.Sentence));
        return LocalRedirect(marked is { Refusal: null, Path: { } page } ? $"{page}?assignment={id}#_task" : $"/study/assignments/{id}");
    }
}
