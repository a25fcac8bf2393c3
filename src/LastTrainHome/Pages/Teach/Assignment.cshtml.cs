using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>One assignment: students × items.</summary>
public sealed class AssignmentModel(StudyStore store, TimeProvider clock) : PageModel
{
    internal ClassOverview Overview { get; private set; } = null!;
    public Class Class => Overview.Class;
    public Assignment Assignment => Overview.Assignments[0];
    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ClassOverview.OfAssignmentAsync(db, User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        (Overview, Now) = (found, clock.GetUtcNow().UtcDateTime);
        return Page();
    }
}
