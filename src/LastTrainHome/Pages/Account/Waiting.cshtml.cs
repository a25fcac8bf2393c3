using LastTrainHome.Store;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Tells a student that the teacher has yet to let him in.</summary>
public sealed class WaitingModel(StudyStore store) : PageModel
{
    /// <summary>The classes in which the student waits.</summary>
    public List<string> Classes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        Classes = await db.Students.Where(student => student.AccountId == me && student.IsWaiting && student.LeftAt == null)
            .Join(db.Classes, student => student.ClassId, room => room.Id, (_, room) => room.Name)
            .ToListAsync(cancel);
        return Classes.Count == 0 ? LocalRedirect("/study") : Page();
    }
}
