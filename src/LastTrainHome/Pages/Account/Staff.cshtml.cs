using LastTrainHome.Store;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Where an administrator invites staff, closes accounts, and helps whoever lost a password.</summary>
public sealed class StaffModel(Staff staff, Addresses addresses, TimeProvider clock) : PageModel
{
    public List<Accounts.Account> Staff { get; private set; } = [];

    [BindProperty]
    public bool Teaches { get; set; }

    [BindProperty]
    public bool Edits { get; set; }

    [BindProperty]
    public bool Owns { get; set; }

    /// <summary>A link that was made just now: shown this once.</summary>
    [TempData]
    public string? Link { get; set; }

    /// <summary>What was done.</summary>
    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync() => Staff = await staff.ListAsync();

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!Teaches && !Edits && !Owns)
        {
            ModelState.AddModelError(nameof(Teaches), "Say what the new member of staff will do.");
            await OnGetAsync();
            return Page();
        }

        Show(await staff.InviteAsync(Teaches, Edits, Owns, User.AccountId()), Store.Staff.LongLink, "An invitation for one new member of staff");
        return LocalRedirect("/staff");
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        if (await staff.ResetAsync(id, User.AccountId()) is not { } token)
            return NotFound();
        Show(token, Store.Staff.ShortLink, "A link to choose a new password");
        return LocalRedirect("/staff");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        if ((await staff.ListAsync()).TrueForAll(one => one.Id != id))
            return NotFound();
        Said = await staff.CloseAsync(id) ? "The account is closed, and signed out everywhere." : "This is the last administrator’s account, so it stays open. Invite another administrator first.";
        return LocalRedirect("/staff");
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id)
    {
        if ((await staff.ListAsync()).TrueForAll(one => one.Id != id))
            return NotFound();
        await staff.OpenAsync(id);
        Said = "The account is open again.";
        return LocalRedirect("/staff");
    }

    private void Show(string token, TimeSpan lives, string what)
    {
        Link = addresses.Whole($"/invitation?token={token}");
        var ends = (clock.GetUtcNow() + lives).UtcDateTime;
        Said = $"{what}. It works once, until {DisplayFormat.Day(ends)}, {DisplayFormat.Time(ends)} (UTC), and is shown only now: copy it and send it to them alone.";
    }
}
