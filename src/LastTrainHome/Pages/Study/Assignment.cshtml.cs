using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Study;

/// <summary>An assignment as a path: its items in order, what is left, and the student's own ticks.</summary>
public sealed class AssignmentModel(StudyStore store, LibraryDb library, TimeProvider clock) : PageModel
{
    public Work Work { get; private set; } = null!;

    /// <summary>Why a tick could not be set.</summary>
    [TempData]
    public string? Refused { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>I have read this.</summary>
    public Task<IActionResult> OnPostReadAsync(int id, int item, CancellationToken cancel) => TickAsync(id, item, true, cancel);

    /// <summary>I have not.</summary>
    public Task<IActionResult> OnPostUnreadAsync(int id, int item, CancellationToken cancel) => TickAsync(id, item, false, cancel);

    private async Task<IActionResult> TickAsync(int id, int item, bool isRead, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || Work.Steps.Find(one => one.Item.Id == item && !one.IsQuestion) is not { } step)
            return NotFound();
        if (!Work.IsOpen)
        {
            Refused = "This assignment is closed, so nothing in it can be ticked any more.";
            return LocalRedirect($"/study/assignments/{id}");
        }

        var (me, page) = (User.AccountId(), step.Item.PageKey);
        await store.WriteAsync(async db =>
        {
            var standing = await db.PagesRead.SingleOrDefaultAsync(read => read.AccountId == me && read.AssignmentId == id && read.PageKey == page);
            if (isRead && standing is null)
                db.PagesRead.Add(new PageRead { AccountId = me, AssignmentId = id, PageKey = page, At = Work.Now });
            else if (!isRead && standing is not null)
                db.PagesRead.Remove(standing);
        }, CancellationToken.None);
        return LocalRedirect(step.Path is null ? $"/study/assignments/{id}" : $"{step.Path}?assignment={id}#_task");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = (await Work.ReadAsync(db, library, User.AccountId(), clock.GetUtcNow().UtcDateTime, id, cancel)).SingleOrDefault();
        if (found is null)
            return false;
        Work = found;
        return true;
    }
}
