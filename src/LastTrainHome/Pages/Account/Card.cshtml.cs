using System.Globalization;
using LastTrainHome.Accounts;
using LastTrainHome.UseCases.OwnAccount;
using LastTrainHome.UseCases.Studying;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Account;

/// <summary>Shows a student the new sign-in card, until it has been written down. It is nowhere but in this browser.</summary>
public sealed class CardModel(ReadAccount account, TakeOverDeviceWork device, Addresses addresses) : PageModel
{
    /// <summary>What carries the card from joining to here: the student's id and the four words, sealed in a cookie.</summary>
    internal const string Kept = "card";

    /// <summary>The card; null once it has been written down.</summary>
    public PrintedCard? Card { get; private set; }

    /// <summary>Keys of the pages the student has ticked as read.</summary>
    public string Known { get; private set; } = "";

    [BindProperty]
    public string? Work { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Known = string.Join(' ', await account.PagesReadAsync(User.AccountId(), cancel));
        if (TempData.Peek(Kept) is not string kept || kept.Split(' ', 2) is not [var student, var words] || SignInCard.Read(words) is not { } card)
            return;
        if (await account.FindPlaceAsync(User.AccountId(), int.Parse(student, CultureInfo.InvariantCulture), cancel) is { } place)
            Card = new(card, place.Class, place.Number, place.Pseudonym, addresses.Whole("/sign-in"));
    }

    /// <summary>It has been written down.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData.Remove(Kept);
        return LocalRedirect(await account.IsWaitingAsync(User.AccountId(), cancel) ? "/join/waiting" : "/study");
    }

    /// <summary>What this device has kept is mine.</summary>
    public async Task<IActionResult> OnPostMineAsync(string? back, CancellationToken cancel)
    {
        if (User.IsOnSharedDevice())
            return NotFound();
        TempData.Keep(Kept);
        this.Flash(await device.TakeAsync(User.AccountId(), Work, cancel) is { } taken
            ? FlashMessage.Done(taken.Sentence)
            : FlashMessage.Refused("What this device has kept could not be read, so nothing was taken over."));
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/card");
    }
}
