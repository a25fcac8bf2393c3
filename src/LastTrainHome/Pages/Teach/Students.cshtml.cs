using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>Who is in a class: letting in, renaming, removing.</summary>
public sealed class StudentsModel(StudyStore store, TimeProvider clock) : PageModel
{
    public Class Class { get; private set; } = null!;
    public List<Student> Waiting { get; private set; } = [];
    public List<Student> Here { get; private set; } = [];
    public List<Student> Unused { get; private set; } = [];
    public List<Student> Gone { get; private set; } = [];

    /// <summary>Whose new name was refused, what was typed, and why.</summary>
    public (int Number, string? Typed, string Why)? Misnamed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.ClassesOf(User.AccountId()).Include(one => one.Students.OrderBy(student => student.Number)).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found)
            return NotFound();
        Class = found;
        var here = found.Students.ToLookup(student => student.LeftAt is null);
        Gone = [.. here[false]];
        Waiting = [.. here[true].Where(student => student.IsWaiting)];
        Unused = [.. here[true].Where(student => student.IsUnclaimed && !student.IsWaiting)];
        Here = [.. here[true].Except(Waiting).Except(Unused)];
        return Page();
    }

    public Task<IActionResult> OnPostLetInAsync(int id, int number) => ChangeAsync(id, number, (_, student) => Let(student), $"Number {number} is in.");

    public Task<IActionResult> OnPostLetAllInAsync(int id) => ChangeAsync(id, null, (_, student) => Let(student), "All who waited are in.", only: student => student.IsWaiting && student.LeftAt is null);

    /// <summary>Who was not let in has done nothing here: nothing of the account stays, unless it has a place elsewhere.</summary>
    public Task<IActionResult> OnPostDeclineAsync(int id, int number) => ChangeAsync(id, number, StudentMerge.ForgetAsync, $"Number {number} was not let in.", only: student => student.IsWaiting);

    public Task<IActionResult> OnPostRemoveAsync(int id, int number)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ChangeAsync(id, number, (db, student) => student.IsUnclaimed ? StudentMerge.ForgetAsync(db, student) : Leave(student, now), $"Number {number} is no longer in the class.", only: student => student.LeftAt is null);
    }

    public Task<IActionResult> OnPostReturnAsync(int id, int number) => ChangeAsync(id, number, (_, student) => Leave(student, null), $"Number {number} is back.");

    public async Task<IActionResult> OnPostRenameAsync(int id, int number, string? pseudonym, CancellationToken cancel)
    {
        var why = Pseudonym.Problem(pseudonym);
        if (why is null)
        {
            var taken = false;
            var key = Pseudonym.Key(pseudonym);
            var answer = await ChangeAsync(id, number, async (db, student) =>
            {
                taken = await db.Students.AnyAsync(other => other.ClassId == id && other.Id != student.Id && other.PseudonymKey == key);
                if (!taken)
                    student.Rename(pseudonym!);
            }, null);
            if (!taken)
                return answer;
            why = "Somebody in this class has that name already. Choose another.";
        }

        if (await OnGetAsync(id, cancel) is NotFoundResult nowhere)
            return nowhere;
        Misnamed = (number, pseudonym, why);
        return Page();
    }

    private static Task Let(Student student)
    {
        student.IsWaiting = false;
        return Task.CompletedTask;
    }

    private static Task Leave(Student student, DateTime? at)
    {
        student.LeftAt = at;
        return Task.CompletedTask;
    }

    private async Task<IActionResult> ChangeAsync(int id, int? number, Func<StudyDb, Student, Task> change, string? done, Func<Student, bool>? only = null)
    {
        var teacher = User.AccountId();
        var changed = await store.WriteAsync(async db =>
        {
            if (await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Id == id) is not { } found)
                return (bool?)null;
            var students = (await db.Students.Where(student => student.ClassId == id && (number == null || student.Number == number)).ToListAsync())
                .Where(student => only?.Invoke(student) != false).ToList();
            if (number is not null && students.Count == 0)
                return null;
            if (found.IsArchived)
                return false;
            foreach (var student in students)
                await change(db, student);
            return true;
        });
        if (changed is null)
            return NotFound();
        if (changed is false)
            TempData[FlashMessage.Refused] = TeacherScope.Archived;
        else if (done is not null)
            TempData[FlashMessage.Done] = done;
        return Redirect($"/teach/classes/{id}/students");
    }
}
