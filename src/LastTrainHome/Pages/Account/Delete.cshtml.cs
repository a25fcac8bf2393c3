using LastTrainHome.UseCases.OwnAccount;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Says exactly what deleting an account removes, and removes it.</summary>
public sealed class DeleteModel(DeleteAccount account, SessionCookie cookie) : PageModel
{
    public AccountExtent Extent { get; private set; } = null!;

    [BindProperty]
    public bool Sure { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Extent = await account.CountAsync(User.AccountId(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var refusal = Sure ? await account.DeleteAsync(User.AccountId()) : new("Tick the box if you want to delete everything listed here.", nameof(Sure));
        if (refusal is not null)
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }

        await cookie.SignOutAsync(HttpContext);
        TempData[nameof(SignOutModel.Done)] = "deleted";
        return LocalRedirect("/sign-out");
    }
}
