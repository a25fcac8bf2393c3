using LastTrainHome.Pages.Account;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Study;

/// <summary>A student's first page: what is due, late and done.</summary>
public sealed class IndexModel(ReadProgress progress) : PageModel
{
    public StudentOverview Overview { get; private set; } = null!;

    public List<AssignmentProgress> Due { get; } = [];

    /// <summary>Past its time and not closed: it can still be handed in.</summary>
    public List<AssignmentProgress> Late { get; } = [];

    /// <summary>Done, or closed; the latest first.</summary>
    public List<AssignmentProgress> Past { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Overview = await progress.OfAllAsync(User.AccountId(), cancel);
        if (Overview.HasUnclaimedCard)
            return LocalRedirect(NameModel.Address);
        foreach (var assignment in Overview.Assignments)
            (assignment.IsDone || !assignment.IsOpen ? Past : assignment.IsLate ? Late : Due).Add(assignment);
        Past.Reverse();
        return Page();
    }
}
