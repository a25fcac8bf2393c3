using LastTrainHome.Accounts;
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

/// <summary>Sign-in cards for the whole class, printed in advance, and a new one for whoever lost theirs. Their words stand in one answer
/// and are kept nowhere.</summary>
public sealed class CardsModel(StudyStore store, CardIssuer cards, Addresses addresses) : PageModel
{
    public const int Most = 60;

    public Class Class { get; private set; } = null!;
    public int Unused { get; private set; }

    /// <summary>The cards just made; empty on the page that asks how many.</summary>
    public IReadOnlyList<PrintedCard> Sheet { get; private set; } = [];

    /// <summary>Whether the card takes the place of one that was lost.</summary>
    public bool IsAgain { get; private set; }

    public string? Count { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>Where cards are used, as it is typed.</summary>
    public string SignInAddress => addresses.Whole("/sign-in") is var whole ? whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..] : "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.ClassesOf(User.AccountId()).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found)
            return NotFound();
        Class = found;
        Unused = await db.Students.CountAsync(student => student.ClassId == id && student.IsUnclaimed && student.LeftAt == null, cancel);
        Count ??= "30";
        return Page();
    }

    /// <param name="count">How many.</param>
    /// <param name="first">The first number as it stood in the form: a form sent again, by reloading, would make them all once more.</param>
    public async Task<IActionResult> OnPostAsync(int id, string? count, int first, CancellationToken cancel)
    {
        var teacher = User.AccountId();
        if (!await IsMineAsync(id, teacher, cancel))
            return NotFound();
        if (!int.TryParse(count, System.Globalization.NumberStyles.None, null, out var many) || many is < 1 or > Most)
            return await AskAgainAsync(id, count, $"Print between 1 and {Most} cards at a time.", cancel);

        var fresh = await cards.DrawAsync(many, cancel);
        var (numbers, archived) = await store.WriteAsync(async db =>
        {
            var one = await db.ClassesOf(teacher).Include(one => one.Students).SingleAsync(one => one.Id == id);
            if (one.IsArchived || one.NextNumber != first)
                return ((List<int>?)null, one.IsArchived);
            db.Accounts.AddRange(fresh.Select(card => card.Account));
            return (fresh.Select(card => Add(one, card.Account)).ToList(), false);
        }, CancellationToken.None);
        if (numbers is null)
            return await AskAgainAsync(id, count, archived ? TeacherScope.Archived
                : "The class has grown since this page was opened, so nothing was made. If you have reloaded a page of cards: they are made, and their words are not shown again; a lost card can be made anew under Students.", cancel);
        await OnGetAsync(id, cancel);
        Sheet = [.. fresh.Zip(numbers, (card, number) => Print(card.Card, number, null))];
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(int id, int number, CancellationToken cancel)
    {
        var teacher = User.AccountId();
        if (!await IsMineAsync(id, teacher, cancel))
            return NotFound();
        var fresh = (await cards.DrawAsync(1, cancel))[0];
        var (student, archived) = await store.WriteAsync(async db =>
        {
            var one = await db.ClassesOf(teacher).SingleAsync(one => one.Id == id);
            var found = await db.Students.SingleOrDefaultAsync(student => student.ClassId == id && student.Number == number && student.LeftAt == null);
            if (found is not null && !one.IsArchived)
            {
                fresh.Replace(await db.Accounts.SingleAsync(account => account.Id == found.AccountId));
                await db.Sessions.Where(session => session.AccountId == found.AccountId).ExecuteDeleteAsync();
            }

            return (found, one.IsArchived);
        }, CancellationToken.None);
        if (student is null)
            return NotFound();
        if (archived)
            return await AskAgainAsync(id, null, TeacherScope.Archived, cancel);
        await OnGetAsync(id, cancel);
        IsAgain = true;
        Sheet = [Print(fresh.Card, number, student.IsUnclaimed ? null : student.Pseudonym)];
        return Page();
    }

    private async Task<bool> IsMineAsync(int id, Guid teacher, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ClassesOf(teacher).AnyAsync(one => one.Id == id, cancel);
    }

    private async Task<IActionResult> AskAgainAsync(int id, string? count, string why, CancellationToken cancel)
    {
        (Count, Problem) = (count, why);
        return await OnGetAsync(id, cancel);
    }

    // The teacher gives the card away herself: whoever has it need not be let in.
    private static int Add(Class one, Accounts.Account account)
    {
        var name = $"Card {one.NextNumber}";
        while (one.Students.Exists(student => student.PseudonymKey == Pseudonym.Key(name)))
            name += "+";
        var student = one.Add(account.Id, name, account.MadeAt);
        (student.IsWaiting, student.IsUnclaimed) = (false, true);
        return student.Number;
    }

    private PrintedCard Print(SignInCard card, int number, string? pseudonym) => new(card, Class.Name, number, pseudonym, addresses.Whole("/sign-in"));
}
