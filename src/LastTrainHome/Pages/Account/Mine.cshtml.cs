using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>What somebody who is signed in can see of the account and do with it.</summary>
public sealed class MineModel(StudyStore store, UserManager<Accounts.Account> accounts, NewPassword passwords, Sessions sessions, MyData mine) : PageModel
{
    public Accounts.Account Me { get; private set; } = null!;
    public List<Place> Classes { get; private set; } = [];

    /// <summary>Pages the student has ticked as read.</summary>
    public string Known { get; private set; } = "";

    [TempData]
    public string? Said { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>Everything that is kept about whoever asks, as a file.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancel) =>
        File(await mine.WriteAsync(User.AccountId(), cancel), "application/json", "my-data.json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = await accounts.FindByIdAsync(User.AccountId().ToString());
        if (me is null || me.Studies)
            return NotFound();
        if (await accounts.IsLockedOutAsync(me) || !await accounts.CheckPasswordAsync(me, Current ?? ""))
        {
            await accounts.AccessFailedAsync(me);
            ModelState.AddModelError(nameof(Current), "This is not your password. After ten wrong tries it stays locked for a quarter of an hour.");
        }
        else if (await passwords.ProblemAsync(me, Password, Again) is { } problem)
        {
            ModelState.AddModelError(nameof(Password), problem);
        }

        if (!ModelState.IsValid)
            return await ShowAsync(cancel);
        var hash = passwords.Hash(me, Password!);
        await store.WriteAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(one => one.Id == me.Id);
            (account.PasswordHash, account.SecurityStamp, account.AccessFailedCount) = (hash, Accounts.Token.New(), 0);
            await db.Sessions.Where(session => session.AccountId == me.Id).ExecuteDeleteAsync();
        }, cancel);
        await sessions.BeginAsync(HttpContext, me, User.IsOnSharedDevice());
        Said = "You have a new password. Every other device was signed out.";
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var id = User.AccountId();
        await using var db = store.Read();
        Me = await db.Accounts.SingleAsync(account => account.Id == id, cancel);
        Classes = await db.Students.Where(student => student.AccountId == id && student.LeftAt == null)
            .Join(db.Classes, student => student.ClassId, room => room.Id, (student, room) => new Place(room.Name, student.Pseudonym, student.Number, student.IsWaiting, room.ArchivedAt != null))
            .ToListAsync(cancel);
        Known = string.Join(' ', await db.PagesRead.Where(page => page.AccountId == id && page.AssignmentId == null).Select(page => page.PageKey).ToListAsync(cancel));
        return Page();
    }

    /// <summary>A class somebody is in.</summary>
    public sealed record Place(string Class, string Pseudonym, int Number, bool IsWaiting, bool IsArchived);
}
