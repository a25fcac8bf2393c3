using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Shows a student the new sign-in card, until it has been written down. It is nowhere but in this browser.</summary>
public sealed class CardModel(StudyStore store, Addresses addresses, DeviceWork device) : PageModel
{
    /// <summary>What carries the card from joining to here: the student's id and the four words, sealed in a cookie.</summary>
    internal const string Kept = "card";

    /// <summary>The card; null once it has been written down.</summary>
    public PrintedCard? Card { get; private set; }

    /// <summary>Pages the student has ticked as read.</summary>
    public string Known { get; private set; } = "";

    /// <summary>What became of the work found on this device.</summary>
    [TempData]
    public string? Said { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        Known = string.Join(' ', await db.PagesRead.Where(page => page.AccountId == me && page.AssignmentId == null).Select(page => page.PageKey).ToListAsync(cancel));
        if (TempData.Peek(Kept) is not string kept || kept.Split(' ', 2) is not [var id, var words] || SignInCard.Read(words) is not { } card)
            return;
        var number = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        var place = await db.Students.Where(student => student.Id == number && student.AccountId == me)
            .Join(db.Classes, student => student.ClassId, room => room.Id, (student, room) => new { student.Number, student.Pseudonym, room.Name })
            .SingleOrDefaultAsync(cancel);
        if (place is not null)
            Card = new(card, place.Name, place.Number, place.Pseudonym, addresses.Whole("/sign-in"));
    }

    /// <summary>It has been written down.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData.Remove(Kept);
        var me = User.AccountId();
        await using var db = store.Read();
        var isWaiting = !await db.Students.AnyAsync(student => student.AccountId == me && student.LeftAt == null && !student.IsWaiting, cancel);
        return LocalRedirect(isWaiting ? "/join/waiting" : "/study");
    }

    /// <summary>What this device has kept is mine.</summary>
    public async Task<IActionResult> OnPostMineAsync(string? back, CancellationToken cancel)
    {
        if (User.IsOnSharedDevice())
            return NotFound();
        TempData.Keep(Kept);
        Said = await device.TakeAsync(User.AccountId(), Work, cancel) is { } taken ? taken.ToString() : "What this device has kept could not be read, so nothing was taken over.";
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/card");
    }
}
