using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>Two joins of one pupil become one. What moves is shown before it does.</summary>
public sealed class MergeModel(MergeStudents merge) : PageModel
{
    public MergePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int gone, int? kept, CancellationToken cancel)
    {
        if (await merge.PreviewAsync(User.AccountId(), id, gone, kept, cancel) is not { } found)
            return NotFound();
        Preview = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int gone, int kept, CancellationToken cancel) => gone == kept
        ? await OnGetAsync(id, gone, kept, cancel)
        : this.After(
            await merge.MergeAsync(User.AccountId(), id, gone, kept), $"Number {gone} is merged into number {kept}.", $"/teach/classes/{id}/students");
}
