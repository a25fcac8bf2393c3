using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Where a link that works once leads: to become the first administrator, to join the staff, or to choose a new password.</summary>
public sealed class InvitationModel(Staff staff, StudyStore store, NewPassword passwords, Sessions sessions, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>What the link is for; null when it works no more, and <see cref="Gone"/> says why.</summary>
    public Invitation? Link { get; private set; }

    public string? Gone { get; private set; }

    /// <summary>Whether somebody chooses a password for an account there is.</summary>
    public bool IsReset => Link?.AccountId is not null;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (Link is null)
            return Page();

        Name = IsReset ? Name : Pseudonym.Clean(Name);
        if (!IsReset && Name is not { Length: >= 2 and <= Accounts.Account.MaxName })
            ModelState.AddModelError(nameof(Name), $"Choose a name of 2 to {Accounts.Account.MaxName} letters.");
        var account = Accounts.Account.OfStaff(Name ?? "", clock.GetUtcNow().UtcDateTime);
        if (await passwords.ProblemAsync(account, Password, Again) is { } problem)
            ModelState.AddModelError(nameof(Password), problem);
        if (!ModelState.IsValid)
            return Page();

        var (outcome, made) = await staff.AcceptAsync(Token!, Name!, passwords.Hash(account, Password!));
        switch (outcome)
        {
            case Acceptance.NameTaken:
                ModelState.AddModelError(nameof(Name), "Somebody signs in with this name already. Choose another.");
                return Page();
            case Acceptance.Gone:
                await ReadAsync();
                return Page();
            default:
                if (made!.DisabledAt is null)
                    await sessions.BeginAsync(HttpContext, made, isShared: false);
                return LocalRedirect(made.DisabledAt is null ? Role.Home(made) : "/sign-in");
        }
    }

    private async Task ReadAsync()
    {
        var (link, now) = (await staff.ReadAsync(Token), clock.GetUtcNow().UtcDateTime);
        Gone = link switch
        {
            null => "This link is not known here: a part of it may be missing, or a newer one has taken its place.",
            { UsedAt: not null } => "This link has been used already, and works only once.",
            _ when !link.IsOpenAt(now) => $"This link worked until {DisplayFormat.Day(link.ExpiresAt)}, {DisplayFormat.Time(link.ExpiresAt)} (UTC), and works no more.",
            { Kind: InvitationKind.First } when await HasOwnerAsync() => "This site has an administrator already, so the link works no more.",
            _ => null,
        };
        Link = Gone is null ? link : null;
        if (IsReset)
            Name = await NameAsync(Link!.AccountId!.Value);
    }

    private async Task<bool> HasOwnerAsync()
    {
        await using var db = store.Read();
        return await Staff.Owners(db).AnyAsync();
    }

    private async Task<string?> NameAsync(Guid account)
    {
        await using var db = store.Read();
        return await db.Accounts.Where(one => one.Id == account).Select(one => one.UserName).SingleOrDefaultAsync();
    }
}
