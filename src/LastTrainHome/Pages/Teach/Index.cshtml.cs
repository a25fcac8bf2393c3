using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>A teacher's classes, and the form that makes one.</summary>
public sealed class IndexModel(StudyStore store, TimeProvider clock) : PageModel
{
    public const int MaxName = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>Where a teacher was on the way to when a class was missing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public List<Line> Classes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Zone = Classes.FirstOrDefault()?.Zone ?? TimeZones.Default;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = Pseudonym.Clean(Name);
        if (name.Length is 0 or > MaxName)
            ModelState.AddModelError(nameof(Name), name.Length == 0 ? "Give the class a name, so that you can tell it from others." : $"Choose a shorter name: at most {MaxName} letters.");
        if (TimeZones.Read(Zone) is not { } zone)
            ModelState.AddModelError(nameof(Zone), "Choose the time zone in which this class's times are told.");
        else if (ModelState.IsValid)
        {
            var (teacher, now) = (User.AccountId(), clock.GetUtcNow().UtcDateTime);
            var made = await store.WriteAsync(async db =>
            {
                var added = new Class { Name = name, Code = await NewCodeAsync(db), TeacherId = teacher, TimeZone = zone, MadeAt = now };
                db.Classes.Add(added);
                return added;
            }, CancellationToken.None);
            return LocalRedirect(Url.IsLocalUrl(To) ? To : $"/teach/classes/{made.Id}");
        }

        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>A code that no class has.</summary>
    internal static async Task<string> NewCodeAsync(StudyDb db)
    {
        while (true)
            if (ClassCode.Draw() is var code && !await db.Classes.AnyAsync(one => one.Code == code))
                return code;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        Classes = await db.ClassesOf(User.AccountId())
            .OrderBy(one => one.ArchivedAt != null).ThenByDescending(one => one.Id)
            .Select(one => new Line(one.Id, one.Name, one.Code, one.TimeZone, one.IsOpen, one.ArchivedAt != null,
                one.Students.Count(student => student.LeftAt == null && !student.IsWaiting && !student.IsUnclaimed),
                one.Students.Count(student => student.IsWaiting),
                one.Assignments.Count(assignment => assignment.WithdrawnAt == null)))
            .ToListAsync(cancel);
    }

    public sealed record Line(int Id, string Name, string Code, string Zone, bool IsOpen, bool IsArchived, int Students, int Waiting, int Assignments);
}
