using LastTrainHome.Accounts;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Lets in: a student with a card of four words, staff with name and password.</summary>
public sealed class SignInModel(SignIn signIn, ClaimCard claim, SessionCookie cookie, RateLimits limits) : PageModel
{
    private const string TooMany = "Too many wrong tries came from your network within a minute. Wait a minute, then try again.";

    /// <summary>The page somebody was on the way to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Card { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whether others use the device too.</summary>
    [BindProperty]
    public bool Shared { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostCardAsync(CancellationToken cancel) => EnterAsync(nameof(Card), () => signIn.WithCardAsync(Card, cancel), cancel);

    public Task<IActionResult> OnPostStaffAsync(CancellationToken cancel) => EnterAsync(nameof(Name), () => signIn.AsStaffAsync(Name, Password, cancel), cancel);

    // The network's share is asked for before a password is hashed, and charged after a wrong one.
    private async Task<IActionResult> EnterAsync(string field, Func<Task<SignInAttempt>> signIn, CancellationToken cancel)
    {
        if (limits.WrongSignIns.IsUsedUp(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return this.Refuse(new UseCases.Refusal(TooMany, field));
        }

        var result = await signIn();
        if (result.IsWrongTry)
            limits.WrongSignIns.TryUse(HttpContext);
        if (result is not { Account: { } account, Refusal: null })
            return this.Refuse(result.Refusal!);

        await cookie.SignInAsync(HttpContext, account.Id, Shared);
        return account.Studies && await claim.FindAsync(account.Id, cancel) is not null
            ? RedirectToPage("/Account/Name", new { To })
            : LocalRedirect(Url.IsLocalUrl(To) ? To : Role.Home(account));
    }
}
