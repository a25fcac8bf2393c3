using System.Globalization;
using LastTrainHome.UseCases.Administering;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Where an administrator invites staff, closes accounts, and helps those who lost a password.</summary>
public sealed class StaffModel(
    ListStaff staff, InviteStaff invite, ResetPassword reset, CloseAccount close, Addresses addresses, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Accounts.Account> Staff { get; private set; } = [];

    [BindProperty]
    public bool Teaches { get; set; }

    [BindProperty]
    public bool Edits { get; set; }

    [BindProperty]
    public bool Owns { get; set; }

    /// <summary>A link that was made just now: shown this once.</summary>
    [TempData]
    public string? Link { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Staff = await staff.ListAsync(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        var roles = new StaffRoles(Teaches, Edits, Owns);
        if (roles.IsNone)
        {
            await OnGetAsync(cancel);
            return this.Refuse(new UseCases.Refusal("Say what the new member of staff will do.", nameof(Teaches)));
        }

        return Show(await invite.InviteAsync(roles, User.AccountId()), InvitationLinks.LongLived, "An invitation for one new member of staff");
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id) => await reset.ResetAsync(id, User.AccountId()) is { } token
        ? Show(token, InvitationLinks.ShortLived, "A link to choose a new password")
        : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(Guid id) => await close.CloseAsync(id) switch
    {
        CloseResult.NotFound => NotFound(),
        CloseResult.Closed => Back(FlashMessage.Done("The account is closed, and signed out everywhere.")),
        _ => Back(FlashMessage.Refused("This is the last administrator’s account, so it stays open. Invite another administrator first.")),
    };

    public async Task<IActionResult> OnPostOpenAsync(Guid id) =>
        await close.ReopenAsync(id) ? Back(FlashMessage.Done("The account is open again.")) : NotFound();

    private LocalRedirectResult Show(string token, TimeSpan lives, string what)
    {
        Link = addresses.Whole($"/invitation?token={token}");
        return Back(FlashMessage.Done(string.Create(CultureInfo.InvariantCulture,
            $"{what}. It works once, until {(clock.GetUtcNow() + lives).UtcDateTime:d MMMM yyyy, HH:mm} (UTC), and is shown only now: copy it and send it to them alone.")));
    }

    private LocalRedirectResult Back(FlashMessage message)
    {
        this.Flash(message);
        return LocalRedirect("/staff");
    }
}
