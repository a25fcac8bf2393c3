using LastTrainHome.UseCases.OwnAccount;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>What somebody who is signed in can see of the account and do with it.</summary>
public sealed class MineModel(ReadAccount account, ChangePassword password, ExportMyData export, SessionCookie cookie, RateLimits limits) : PageModel
{
    private const string TooMany = "Too many wrong tries came from your network within a minute. Wait a minute, then try again.";

    public AccountDetails Details { get; private set; } = null!;

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Details = await account.ReadAsync(User.AccountId(), cancel);

    /// <summary>Everything that is kept about the account, as a file.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancel) =>
        File(await export.WriteAsync(User.AccountId(), cancel), "application/json", "my-data.json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (limits.WrongSignIns.IsUsedUp(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            await OnGetAsync(cancel);
            return this.Refuse(new UseCases.Refusal(TooMany, nameof(Current)));
        }

        if (await password.ChangeAsync(User.AccountId(), Current, Password, Again, cancel) is not { } changed)
            return NotFound();
        if (changed.IsWrongTry)
            limits.WrongSignIns.TryUse(HttpContext);
        if (changed.Refusal is { } refusal)
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }

        await cookie.SignInAsync(HttpContext, User.AccountId(), User.IsOnSharedDevice());
        this.Flash(FlashMessage.Done("You have a new password. Every other device was signed out."));
        return LocalRedirect("/account");
    }
}
