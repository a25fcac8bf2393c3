using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>One class: its code for the wall, what is set to it, and how far everybody is.</summary>
public sealed class ClassModel(StudyStore store, Addresses addresses, TimeProvider clock) : PageModel
{
    internal ClassOverview Overview { get; private set; } = null!;
    public Class Class => Overview.Class;
    public int Waiting { get; private set; }
    public int UnusedCards { get; private set; }
    public DateTime Now { get; private set; }

    /// <summary>Where students type the code: without the part of an address that nobody types.</summary>
    public string JoinAddress { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await ClassOverview.ReadAsync(db, User.AccountId(), id, null, cancel) is not { } found)
            return NotFound();
        Overview = found;
        Now = clock.GetUtcNow().UtcDateTime;
        Waiting = await db.Students.CountAsync(student => student.ClassId == id && student.IsWaiting && student.LeftAt == null, cancel);
        UnusedCards = await db.Students.CountAsync(student => student.ClassId == id && student.IsUnclaimed && student.LeftAt == null, cancel);
        var whole = addresses.Whole("/join");
        JoinAddress = whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync(int id) => ChangeAsync(id, one => one.IsOpen = true, "Joining is open: the code lets students in.");

    public Task<IActionResult> OnPostCloseAsync(int id) => ChangeAsync(id, one => one.IsOpen = false, "Joining is closed. Nobody new comes in; those who are in stay.");

    public Task<IActionResult> OnPostAskAsync(int id) => ChangeAsync(id, one => one.AsksTeacher = true, "From now on, those who join wait until you let them in.");

    public Task<IActionResult> OnPostTrustAsync(int id) => ChangeAsync(id, one => one.AsksTeacher = false, "Whoever has the code comes in at once.");

    public Task<IActionResult> OnPostArchiveAsync(int id)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ChangeAsync(id, one => one.ArchivedAt = now, "The class is archived. Everything in it stays to be read, and nothing changes.");
    }

    public Task<IActionResult> OnPostRestoreAsync(int id) => ChangeAsync(id, one => one.ArchivedAt = null, "The class is back.", evenArchived: true);

    public Task<IActionResult> OnPostCodeAsync(int id) =>
        ChangeAsync(id, async (db, one) => one.Code = await IndexModel.NewCodeAsync(db), "The class has a new code. The old one lets nobody in any more.");

    public Task<IActionResult> OnPostRenameAsync(int id, string? name)
    {
        var clean = Pseudonym.Clean(name);
        if (clean.Length is > 0 and <= IndexModel.MaxName)
            return ChangeAsync(id, one => one.Name = clean, "The class has a new name.");
        TempData[FlashMessage.Refused] = $"Give the class a name of at most {IndexModel.MaxName} letters.";
        return ChangeAsync(id, _ => { }, null);
    }

    private Task<IActionResult> ChangeAsync(int id, Action<Class> change, string? done, bool evenArchived = false) => ChangeAsync(id, (_, one) =>
    {
        change(one);
        return Task.CompletedTask;
    }, done, evenArchived);

    private async Task<IActionResult> ChangeAsync(int id, Func<StudyDb, Class, Task> change, string? done, bool evenArchived = false)
    {
        var teacher = User.AccountId();
        var changed = await store.WriteAsync(async db =>
        {
            if (await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Id == id) is not { } found)
                return (bool?)null;
            if (found.IsArchived && !evenArchived)
                return false;
            await change(db, found);
            return true;
        });
        if (changed is null)
            return NotFound();
        if (changed is false)
            TempData[FlashMessage.Refused] = TeacherScope.Archived;
        else if (done is not null)
            TempData[FlashMessage.Done] = done;
        return Redirect($"/teach/classes/{id}");
    }
}
