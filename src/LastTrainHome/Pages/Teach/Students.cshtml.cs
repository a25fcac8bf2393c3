using LastTrainHome.Classroom;
using LastTrainHome.UseCases.Teaching;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Teach;

/// <summary>Who is in a class: letting in, renaming, removing.</summary>
public sealed class StudentsModel(ReadStudents students, AdmitStudents admit, RemoveStudent remove, RenameStudent rename) : PageModel
{
    public Class Class { get; private set; } = null!;
    public IReadOnlyList<Student> Waiting { get; private set; } = [];
    public IReadOnlyList<Student> Present { get; private set; } = [];
    public IReadOnlyList<Student> UnusedCards { get; private set; } = [];
    public IReadOnlyList<Student> Left { get; private set; } = [];

    /// <summary>Whose new name was refused, what was typed, and why.</summary>
    public (int Number, string? Typed, string Sentence)? Misnamed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await students.FindAsync(User.AccountId(), id, cancel) is not { } found)
            return NotFound();
        Class = found;
        Left = found.Students.FindAll(student => student.LeftAt is not null);
        Waiting = found.Students.FindAll(student => student is { LeftAt: null, IsWaiting: true });
        UnusedCards = found.Students.FindAll(student => student is { LeftAt: null, IsWaiting: false, IsUnclaimed: true });
        Present = found.Students.FindAll(student => student is { LeftAt: null, IsWaiting: false, IsUnclaimed: false });
        return Page();
    }

    public async Task<IActionResult> OnPostLetInAsync(int id, int number) =>
        After(id, await admit.LetInAsync(User.AccountId(), id, number), $"Number {number} is in.");

    public async Task<IActionResult> OnPostLetAllInAsync(int id) => After(id, await admit.LetAllInAsync(User.AccountId(), id), "All who waited are in.");

    public async Task<IActionResult> OnPostDeclineAsync(int id, int number) =>
        After(id, await admit.DeclineAsync(User.AccountId(), id, number), $"Number {number} was not let in.");

    public async Task<IActionResult> OnPostRemoveAsync(int id, int number) =>
        After(id, await remove.RemoveAsync(User.AccountId(), id, number), $"Number {number} is no longer in the class.");

    public async Task<IActionResult> OnPostReturnAsync(int id, int number) =>
        After(id, await remove.ReturnAsync(User.AccountId(), id, number), $"Number {number} is back.");

    public async Task<IActionResult> OnPostRenameAsync(int id, int number, string? pseudonym, CancellationToken cancel)
    {
        var (change, refusal) = await rename.RenameAsync(User.AccountId(), id, number, pseudonym);
        if (refusal is null)
            return After(id, change, null);
        Misnamed = (number, pseudonym, refusal.Sentence);
        return await OnGetAsync(id, cancel);
    }

    private IActionResult After(int id, ClassChange change, string? done) => this.After(change, done, $"/teach/classes/{id}/students");
}
