using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Asks a student who signs in for the first time with a card printed in advance for a name.</summary>
public sealed class NameModel(ClaimCard card) : PageModel
{
    internal const string Address = "/join/name";

    /// <summary>The class the card was printed for.</summary>
    public string Class { get; private set; } = "";

    [BindProperty]
    public string? Pseudonym { get; set; }

    /// <summary>The page the student was on the way to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Onward();
        return await card.NameAsync(User.AccountId(), Pseudonym) is { } refusal ? this.Refuse(refusal) : Onward();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var name = await card.FindAsync(User.AccountId(), cancel);
        Class = name ?? "";
        return name is not null;
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(To) ? To : "/study");
}
