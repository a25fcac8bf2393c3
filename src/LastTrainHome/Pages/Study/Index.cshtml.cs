using LastTrainHome.Library;
using LastTrainHome.Pages.Account;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Study;

/// <summary>A student's first page: what is due, late and done.</summary>
public sealed class IndexModel(StudyStore store, LibraryDb library, TimeProvider clock) : PageModel
{
    public List<Work> Due { get; private set; } = [];

    /// <summary>Past its time and not closed: it can still be handed in.</summary>
    public List<Work> Late { get; private set; } = [];

    /// <summary>Done, or closed.</summary>
    public List<Work> Past { get; private set; } = [];

    /// <summary>The classes the student is in.</summary>
    public List<string> Classes { get; private set; } = [];

    /// <summary>The classes whose teacher has yet to let the student in.</summary>
    public List<string> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        if (await db.UnnamedOf(me).AnyAsync(cancel))
            return LocalRedirect(NameModel.Address);
        var places = await db.Students.Where(place => place.AccountId == me && place.LeftAt == null)
            .Join(db.Classes, place => place.ClassId, one => one.Id, (place, one) => new { one.Name, place.IsWaiting }).ToListAsync(cancel);
        Classes = [.. places.Where(place => !place.IsWaiting).Select(place => place.Name)];
        Waiting = [.. places.Where(place => place.IsWaiting).Select(place => place.Name)];
        foreach (var work in await Work.ReadAsync(db, library, me, clock.GetUtcNow().UtcDateTime, null, cancel))
            (work.IsDone || !work.IsOpen ? Past : work.IsLate ? Late : Due).Add(work);
        Past.Reverse();
        return Page();
    }
}
