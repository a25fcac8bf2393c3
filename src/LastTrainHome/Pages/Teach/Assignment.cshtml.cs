using LastTrainHome.Classroom;
using LastTrainHome.Pages.Account;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>One assignment: students × items.</summary>
public sealed class AssignmentModel(StudyStore store, TimeProvider clock) : PageModel
{
    internal Overview Overview { get; private set; } = null!;
    public Class Class => Overview.Class;
    public Assignment Assignment => Overview.Assignments[0];
    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await Overview.OfAssignmentAsync(db, User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        (Overview, Now) = (found, clock.GetUtcNow().UtcDateTime);
        return Page();
    }
}
