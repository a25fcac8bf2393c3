using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Lets in: a student with a card of four words, staff with name and password.</summary>
public sealed class SignInModel(UserManager<Accounts.Account> accounts, IPasswordHasher<Accounts.Account> hasher, StudyStore store, Sessions sessions, WrongTries tries) : PageModel
{
    // One sentence whether the name is unknown, the password wrong or the account locked: who guesses learns nothing.
    private const string StaffRefused = "This name and password do not fit. After ten wrong tries a name stays locked for a quarter of an hour.";
    private const string CardRefused = "No card has these four words. Check them one by one, or ask your teacher for a new card. After ten wrong tries a card stays locked for a quarter of an hour.";
    private const string Closed = "This account has been closed. An administrator of this site can open it again.";
    private const string TooMany = "Too many wrong tries came from your network within a minute. Wait a minute, then try again.";

    // Whoever is unknown costs the same time as whoever is known.
    private static readonly string NobodysHash = new PasswordHasher<Accounts.Account>().HashPassword(null!, Token.New());

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

    public async Task<IActionResult> OnPostCardAsync()
    {
        if (SignInCard.Read(Card) is not { } card)
            return Refuse(nameof(Card), Misread(Card));

        var account = await accounts.FindByNameAsync(card.Handle) is { Studies: true } found ? found : null;
        return await TryAsync(account, card.Secret, nameof(Card), CardRefused) ?? await EnterAsync(account!);
    }

    public async Task<IActionResult> OnPostStaffAsync()
    {
        var account = string.IsNullOrWhiteSpace(Name) ? null : await accounts.FindByNameAsync(Name.Trim()) is { Studies: false } found ? found : null;
        return await TryAsync(account, Password ?? "", nameof(Name), StaffRefused) ?? await EnterAsync(account!);
    }

    private async Task<IActionResult?> TryAsync(Accounts.Account? account, string secret, string field, string sentence)
    {
        if (!await IsRightAsync(account, secret))
            return Refuse(field, sentence);
        if (account!.DisabledAt is null)
            return null;
        ModelState.AddModelError(field, Closed);
        return Page();
    }

    private async Task<bool> IsRightAsync(Accounts.Account? account, string secret)
    {
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(account!, NobodysHash, secret);
            return false;
        }

        if (!await accounts.CheckPasswordAsync(account, secret))
        {
            await accounts.AccessFailedAsync(account);
            return false;
        }

        if (account.AccessFailedCount > 0)
            await accounts.ResetAccessFailedCountAsync(account);
        return true;
    }

    private async Task<IActionResult> EnterAsync(Accounts.Account account)
    {
        await sessions.BeginAsync(HttpContext, account, Shared);
        await using var db = store.Read();
        return await db.UnnamedOf(account.Id).AnyAsync() ? RedirectToPage("/Account/Name", new { To }) : LocalRedirect(Url.IsLocalUrl(To) ? To : Role.Home(account));
    }

    private PageResult Refuse(string field, string sentence)
    {
        var isTooMuch = tries.AreTooManyWith(HttpContext);
        if (isTooMuch)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        ModelState.AddModelError(field, isTooMuch ? TooMany : sentence);
        return Page();
    }

    private static string Misread(string? typed)
    {
        var words = SignInCard.Split(typed);
        return words.Length switch
        {
            0 => "Type the four words of your card.",
            _ when words.FirstOrDefault(word => !CardWords.Has(word)) is { } unknown => $"“{unknown}” is on no card. Check its spelling.",
            _ => $"A card has four words; here {(words.Length == 1 ? "is one" : $"are {words.Length}")}.",
        };
    }
}
