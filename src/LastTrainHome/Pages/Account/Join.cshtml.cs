using LastTrainHome.Accounts;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Lets a student into a class with its code. Somebody who has a card already keeps it.</summary>
public sealed class JoinModel(JoinClass join, SessionCookie cookie, RateLimits limits) : PageModel
{
    private const string TooManyWrong = "Too many wrong codes came from your network within a minute. Wait a minute, then try again.";
    private const string TooManyJoins = "Very many students joined from your network within ten minutes. Wait some minutes, then try again.";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Pseudonym { get; set; }

    /// <summary><c>own</c> or <c>shared</c>.</summary>
    [BindProperty]
    public string? Device { get; set; }

    /// <summary>Whether somebody who has a card joins one more class with it.</summary>
    public bool HasCard => User.IsInRole(Role.Student);

    public bool IsStaff => !HasCard && User.Identity?.IsAuthenticated == true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsStaff)
            return Page();
        if (!HasCard && limits.Joins.IsUsedUp(HttpContext))
            return TooMany(TooManyJoins);

        bool? isShared = Device switch { "own" => false, "shared" => true, _ => null };
        var joined = HasCard
            ? await join.WithCardAsync(User.AccountId(), Code, Pseudonym)
            : await join.AsNewStudentAsync(Code, Pseudonym, isShared, cancel);
        if (joined.IsUnknownCode && !limits.WrongCodes.TryUse(HttpContext))
            return TooMany(TooManyWrong);
        if (joined.Student is not { } student)
            return this.Refuse(joined.Refusals);
        if (joined.Card is not { } card)
            return LocalRedirect(student.IsWaiting ? "/join/waiting" : "/study");

        limits.Joins.TryUse(HttpContext);
        await cookie.SignInAsync(HttpContext, student.AccountId, isShared!.Value);
        TempData[CardModel.Kept] = $"{student.Id} {card.Secret}";
        return LocalRedirect("/card");
    }

    private PageResult TooMany(string sentence)
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return this.Refuse(new UseCases.Refusal(sentence, nameof(Code)));
    }
}
