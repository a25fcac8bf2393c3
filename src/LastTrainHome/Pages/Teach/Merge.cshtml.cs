using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>Two joins of one pupil become one. What moves is shown before it does.</summary>
public sealed class MergeModel(StudyStore store, TimeProvider clock) : PageModel
{
    private const string SameTwice = "Choose another student: one join cannot be merged with itself.";

    public Class Class { get; private set; } = null!;
    public Student Gone { get; private set; } = null!;
    public List<Student> Others { get; private set; } = [];

    /// <summary>Into whom; null while that is asked.</summary>
    public Student? Kept { get; private set; }

    internal StudentMerge.Plan? Plan { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int gone, int? kept, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.ClassesOf(User.AccountId()).Include(one => one.Students.OrderBy(student => student.Number)).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found)
            return NotFound();
        if (found.Students.Find(student => student.Number == gone) is not { } goes)
            return NotFound();
        (Class, Gone, Others) = (found, goes, [.. found.Students.Where(student => student.Number != gone && student.LeftAt is null)]);
        if (kept is null)
            return Page();
        if (kept == gone)
            Problem = SameTwice;
        else if (Others.Find(student => student.Number == kept) is { } stays)
            (Kept, Plan) = (stays, await StudentMerge.PlanAsync(db, stays, goes, cancel));
        else
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int gone, int kept, CancellationToken cancel)
    {
        if (gone == kept)
            return await OnGetAsync(id, gone, kept, cancel);
        var (teacher, now) = (User.AccountId(), clock.GetUtcNow().UtcDateTime);
        var merged = await store.WriteAsync(async db =>
        {
            if (await db.ClassesOf(teacher).Include(one => one.Students).SingleOrDefaultAsync(one => one.Id == id) is not { } found
                || found.Students.Find(student => student.Number == kept && student.LeftAt is null) is not { } stays
                || found.Students.Find(student => student.Number == gone) is not { } goes)
                return (bool?)null;
            if (found.IsArchived)
                return false;
            await StudentMerge.MergeAsync(db, stays, goes, now);
            return true;
        }, CancellationToken.None);
        if (merged is null)
            return NotFound();
        TempData[merged is true ? FlashMessage.Done : FlashMessage.Refused] = merged is true ? $"Number {gone} is merged into number {kept}." : TeacherScope.Archived;
        return Redirect($"/teach/classes/{id}/students");
    }
}
