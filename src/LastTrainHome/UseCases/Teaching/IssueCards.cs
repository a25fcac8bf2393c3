using System.Globalization;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Makes sign-in cards for a whole class before the lesson, and a new one for a student who lost theirs. Their words are in the result
/// and are kept nowhere.</summary>
public sealed class IssueCards(StudyStore store, NewCards cards)
{
    /// <summary>How many cards are made at once, at most.</summary>
    public const int Most = 60;

    private const string NoCount = "Print between 1 and 60 cards at a time.";

    private const string Grown = "The class has grown since this page was opened, so nothing was made. If you have reloaded a page of cards: they are "
        + "made, and their words are not shown again; a lost card can be made anew under Students.";

    /// <summary>A class of the teacher's, and how many of its cards nobody has used; null when there is none.</summary>
    public async Task<(Class Class, int Unused)?> FindAsync(Guid teacher, int ofClass, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.ClassesOf(teacher).Where(one => one.Id == ofClass)
            .Select(one => new { Class = one, Unused = one.Students.Count(student => student.IsUnclaimed && student.LeftAt == null) })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.Class, found.Unused);
    }

    /// <summary>Makes cards under the next free numbers. The teacher hands them out, so those who have one need not be let in.</summary>
    /// <param name="count">How many, as typed.</param>
    /// <param name="first">The first number as the form had it: a form sent again, by reloading, would make them all once more.</param>
    public async Task<IssuedCards> IssueAsync(Guid teacher, int ofClass, string? count, int first, CancellationToken cancel)
    {
        if (await FindAsync(teacher, ofClass, cancel) is null)
            return IssuedCards.NotFound;
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many) || many is < 1 or > Most)
            return new(ClassChange.Done, [], new(NoCount, "count"));

        var drawn = await cards.DrawAsync(many, cancel);
        return await store.WriteAsync(async db =>
        {
            if (await db.ClassesOf(teacher).Include(one => one.Students).SingleOrDefaultAsync(one => one.Id == ofClass) is not { } found)
                return IssuedCards.NotFound;
            if (found.IsArchived)
                return new(ClassChange.Archived, [], new(TeacherScope.Archived));
            if (found.NextNumber != first)
                return new(ClassChange.Done, [], new(Grown, "count"));
            db.Accounts.AddRange(drawn.Select(card => card.Account));
            return new(ClassChange.Done, [.. drawn.Select(card => new IssuedCard(card.Card, Add(found, card.Account), null))], null);
        }, CancellationToken.None);
    }

    /// <summary>Makes a new card for a student. The old one stops working, and the student is signed out everywhere.</summary>
    public async Task<IssuedCards> ReissueAsync(Guid teacher, int ofClass, int number, CancellationToken cancel)
    {
        if (await FindAsync(teacher, ofClass, cancel) is null)
            return IssuedCards.NotFound;
        var drawn = (await cards.DrawAsync(1, cancel))[0];
        return await store.WriteAsync(async db =>
        {
            if (await db.FindStudentAsync(teacher, ofClass, number) is not { Student.LeftAt: null } found)
                return IssuedCards.NotFound;
            if (found.Class.IsArchived)
                return new(ClassChange.Archived, [], new(TeacherScope.Archived));
            drawn.Replace(await db.Accounts.SingleAsync(account => account.Id == found.Student.AccountId));
            await db.Sessions.Where(session => session.AccountId == found.Student.AccountId).ExecuteDeleteAsync();
            return new(ClassChange.Done, [new(drawn.Card, number, found.Student.IsUnclaimed ? null : found.Student.Pseudonym)], null);
        }, CancellationToken.None);
    }

    private static int Add(Class ofClass, Account account)
    {
        var name = $"Card {ofClass.NextNumber}";
        while (ofClass.Students.Exists(student => student.PseudonymKey == Pseudonym.Key(name)))
            name += "+";
        var student = ofClass.Add(account.Id, name, account.MadeAt);
        (student.IsWaiting, student.IsUnclaimed) = (false, true);
        return student.Number;
    }
}

/// <summary>Cards just made.</summary>
/// <param name="Cards">Empty where nothing was made.</param>
/// <param name="Refusal">Why nothing was made; null where it was, or where there is no such class or student.</param>
public sealed record IssuedCards(ClassChange Change, IReadOnlyList<IssuedCard> Cards, Refusal? Refusal)
{
    internal static readonly IssuedCards NotFound = new(ClassChange.NotFound, [], null);
}

/// <summary>A card just made.</summary>
/// <param name="Number">The card number in the class.</param>
/// <param name="Pseudonym">The name in the class; null on a card that nobody has used.</param>
public sealed record IssuedCard(SignInCard Card, int Number, string? Pseudonym);
