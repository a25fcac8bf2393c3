using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Asks a student who signs in for the first time with a card printed in advance for a name. The card is somebody's from then on.</summary>
public sealed class NameModel(StudyStore store) : PageModel
{
    internal const string Address = "/join/name";

    /// <summary>The class the card was printed for.</summary>
    public string Class { get; private set; } = "";

    [BindProperty]
    public string? Pseudonym { get; set; }

    /// <summary>The page the student was on the way to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return Onward();
        var (me, key) = (User.AccountId(), Classroom.Pseudonym.Key(Pseudonym));
        var problem = Classroom.Pseudonym.Problem(Pseudonym) ?? await store.WriteAsync(async db =>
        {
            if (await db.UnnamedOf(me).FirstOrDefaultAsync() is not { } place)
                return null; // named in another tab meanwhile
            if (await db.Students.AnyAsync(other => other.ClassId == place.ClassId && other.Id != place.Id && other.PseudonymKey == key))
                return JoinModel.Taken;
            place.Rename(Pseudonym!);
            place.IsUnclaimed = false;
            return null;
        }, CancellationToken.None);
        if (problem is null)
            return Onward();
        ModelState.AddModelError(nameof(Pseudonym), problem);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        var name = await db.UnnamedOf(User.AccountId()).Join(db.Classes, place => place.ClassId, room => room.Id, (_, room) => room.Name).FirstOrDefaultAsync(cancel);
        Class = name ?? "";
        return name is not null;
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(To) ? To : "/study");
}

/// <summary>Cards printed in advance that nobody has put a name to.</summary>
internal static class Unnamed
{
    /// <summary>The places in classes that go on which a student has yet to choose a name for.</summary>
    public static IQueryable<Student> UnnamedOf(this StudyDb db, Guid student) =>
        db.Students.Where(place => place.AccountId == student && place.IsUnclaimed && place.LeftAt == null
            && db.Classes.Any(room => room.Id == place.ClassId && room.ArchivedAt == null)).OrderBy(place => place.Id);
}
