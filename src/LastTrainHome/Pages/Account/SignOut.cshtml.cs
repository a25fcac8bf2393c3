using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Ends the session on the server, and clears the device if that is asked for.</summary>
public sealed class SignOutModel(SessionCookie cookie) : PageModel
{
    /// <summary>What was done: <c>out</c> or <c>cleared</c>.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How the names of the drafts begin that are removed from the device after signing out: this account's alone.</summary>
    [TempData]
    public string? Drafts { get; set; }

    public void OnGet()
    {
        if (Done == "cleared")
            Clear();
    }

    public async Task<IActionResult> OnPostAsync(bool clear)
    {
        var drafts = User.Identity?.IsAuthenticated == true ? AnswerForm.DraftsOf(User.AccountId()) : null;
        await cookie.SignOutAsync(HttpContext);
        TempData.Clear(); // a card that was not written down goes too
        if (clear)
            Clear();
        (Done, Drafts) = (clear ? "cleared" : "out", drafts);
        return LocalRedirect("/sign-out");
    }

    // Where a browser does not know the header, the page's script does the same.
    private void Clear() => Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
}
