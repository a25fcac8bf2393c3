using LastTrainHome.UseCases.OwnAccount;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Tells a student that the teacher has yet to let them in.</summary>
public sealed class WaitingModel(ReadAccount account) : PageModel
{
    /// <summary>The classes in which the student waits.</summary>
    public IReadOnlyList<string> Classes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Classes = await account.WaitingForAsync(User.AccountId(), cancel);
        return Classes.Count == 0 ? LocalRedirect("/study") : Page();
    }
}
