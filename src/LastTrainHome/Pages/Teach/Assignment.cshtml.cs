using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>One assignment: students × items.</summary>
public sealed class AssignmentModel(ReadOverview overview, TimeProvider clock) : PageModel
{
    public ClassOverview Overview { get; private set; } = null!;

    /// <summary>When the page was made, UTC.</summary>
    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await overview.OfAssignmentAsync(User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        (Overview, Now) = (found, clock.GetUtcNow().UtcDateTime);
        return Page();
    }
}
