using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Says exactly what deleting an account removes, and removes it.</summary>
public sealed class DeleteModel(MyData mine, Sessions sessions) : PageModel
{
    public MyData.Extent Extent { get; private set; } = null!;

    [BindProperty]
    public bool Sure { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Extent = await mine.CountAsync(User.AccountId(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Sure)
            ModelState.AddModelError(nameof(Sure), "Tick the box if you want to delete everything listed here.");
        else if (await mine.RemoveAsync(User.AccountId()) is { } obstacle)
            ModelState.AddModelError("", obstacle);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return Page();
        }

        await sessions.EndAsync(HttpContext);
        TempData[nameof(SignOutModel.Done)] = "deleted";
        return LocalRedirect("/sign-out");
    }
}
