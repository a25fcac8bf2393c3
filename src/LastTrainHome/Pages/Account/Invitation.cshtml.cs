using LastTrainHome.Accounts;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Where a link that works once leads: to become the first administrator, to join the staff, or to choose a new password.</summary>
public sealed class InvitationModel(AcceptInvitation invitation, SessionCookie cookie) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>What the link is for, or why it no longer works.</summary>
    public FoundInvitation Found { get; private set; } = null!;

    /// <summary>Whether somebody chooses a password for an account there is.</summary>
    public bool IsReset => Found.Invitation?.AccountId is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = await invitation.FindAsync(Token, cancel);
        if (IsReset)
            Name = Found.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var accepted = await invitation.AcceptAsync(Token, Name, Password, Again, cancel);
        if (accepted.Account is not { } account)
        {
            await OnGetAsync(cancel);
            return this.Refuse(accepted.Refusals);
        }

        if (account.DisabledAt is not null)
            return LocalRedirect("/sign-in");
        await cookie.SignInAsync(HttpContext, account.Id, isShared: false);
        return LocalRedirect(Role.Home(account));
    }
}
