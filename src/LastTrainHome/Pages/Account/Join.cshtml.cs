using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Account;

/// <summary>Lets a student into a class with its code, under a name of his own choice. Who has a card already keeps it.</summary>
public sealed class JoinModel(StudyStore store, IPasswordHasher<Accounts.Account> hasher, Sessions sessions, WrongTries tries, TimeProvider clock) : PageModel
{
    private const string Wrong = "No class has this code. It has six letters and digits; there is no zero, no one, and no O, I or L in it.";
    private const string Shut = "This class takes nobody in just now. Ask your teacher to open it.";
    private const string Archived = "This class is over and has been put away, so nobody can join it any more.";
    internal const string Taken = "Somebody in this class has this name already. Choose another one.";
    private const string Left = "You have been in this class before. Only its teacher can let you in again.";
    private const string TooMany = "Too many wrong codes came from your network within a minute. Wait a minute, then try again.";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Pseudonym { get; set; }

    /// <summary><c>own</c> or <c>shared</c>.</summary>
    [BindProperty]
    public string? Device { get; set; }

    /// <summary>Whether somebody who has a card joins one more class with it.</summary>
    public bool HasCard => User.IsInRole(Role.Student);

    public bool IsStaff => !HasCard && User.Identity?.IsAuthenticated == true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsStaff)
            return Page();
        var code = ClassCode.Clean(Code);
        await using (var db = store.Read())
        {
            var room = await db.Classes.SingleOrDefaultAsync(one => one.Code == code, cancel);
            if (room is null)
                return RefuseCode();
            if (Problem(room) is { } closed)
                ModelState.AddModelError(nameof(Code), closed);
            else if (HasCard && await StandingAsync(db, room.Id) is { } standing)
                return Return(standing);
            else if (await IsTakenAsync(db, room.Id))
                ModelState.AddModelError(nameof(Pseudonym), Taken);
        }

        if (Classroom.Pseudonym.Problem(Pseudonym) is { } unfit)
            ModelState.AddModelError(nameof(Pseudonym), unfit);
        if (!HasCard && Device is not ("own" or "shared"))
            ModelState.AddModelError(nameof(Device), "Say whose device this is.");
        if (!ModelState.IsValid)
            return Page();
        return HasCard ? await AddAsync(code) : await MakeAsync(code);
    }

    // One more class for somebody who is signed in.
    private async Task<IActionResult> AddAsync(string code)
    {
        var (me, now) = (User.AccountId(), clock.GetUtcNow().UtcDateTime);
        var joined = await store.WriteAsync(db => EnterAsync(db, code, me, now));
        return joined.Problem is { } problem ? Refuse(joined.Field, problem) : LocalRedirect(joined.Student!.IsWaiting ? "/join/waiting" : "/study");
    }

    // A new account, with a card that is shown once.
    private async Task<IActionResult> MakeAsync(string code)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        for (var draws = 0; draws < 20; draws++)
        {
            var card = SignInCard.Draw();
            var account = Accounts.Account.OfStudent(card, now);
            account.PasswordHash = hasher.HashPassword(account, card.Secret);
            var joined = await store.WriteAsync(async db =>
            {
                if (await db.Accounts.AnyAsync(one => one.NormalizedUserName == account.NormalizedUserName))
                    return new(Field: "card");
                db.Accounts.Add(account);
                return await EnterAsync(db, code, account.Id, now);
            });
            if (joined.Problem is { } problem)
                return Refuse(joined.Field, problem);
            if (joined.Student is not { } student)
                continue; // somebody's card begins with the same two words
            await sessions.BeginAsync(HttpContext, account, Device == "shared");
            TempData[CardModel.Kept] = $"{student.Id} {card.Secret}";
            return LocalRedirect("/card");
        }

        throw new InvalidOperationException("No free card was drawn.");
    }

    private async Task<Joined> EnterAsync(StudyDb db, string code, Guid account, DateTime now)
    {
        var room = await db.Classes.SingleOrDefaultAsync(one => one.Code == code);
        if (room is null || Problem(room) is not null)
            return new(nameof(Code), room is null ? Wrong : Problem(room));
        if (await IsTakenAsync(db, room.Id))
            return new(nameof(Pseudonym), Taken);
        if (await db.Students.AnyAsync(student => student.ClassId == room.Id && student.AccountId == account))
            return new(nameof(Code), Left);
        return new(Student: room.Add(account, Pseudonym!, now));
    }

    private Task<bool> IsTakenAsync(StudyDb db, int room)
    {
        var key = Classroom.Pseudonym.Key(Pseudonym);
        return db.Students.AnyAsync(student => student.ClassId == room && student.PseudonymKey == key);
    }

    private Task<Student?> StandingAsync(StudyDb db, int room)
    {
        var me = User.AccountId();
        return db.Students.SingleOrDefaultAsync(student => student.ClassId == room && student.AccountId == me);
    }

    private IActionResult Return(Student standing) =>
        standing.LeftAt is not null ? Refuse(nameof(Code), Left) : LocalRedirect(standing.IsWaiting ? "/join/waiting" : "/study");

    private PageResult RefuseCode()
    {
        if (!tries.AreTooManyWith(HttpContext))
            return Refuse(nameof(Code), Wrong);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Refuse(nameof(Code), TooMany);
    }

    private PageResult Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return Page();
    }

    private static string? Problem(Class room) => room.IsArchived ? Archived : room.IsOpen ? null : Shut;

    private sealed record Joined(string Field = "", string? Problem = null, Student? Student = null);
}
