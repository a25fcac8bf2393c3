using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.OwnAccount;

/// <summary>What somebody sees of their own account.</summary>
public sealed class ReadAccount(StudyStore store)
{
    /// <summary>An account with its places in classes, and the pages ticked as read outside any assignment.</summary>
    public async Task<AccountDetails> ReadAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        var rows = await (
            from one in db.Accounts
            where one.Id == account
            from student in db.Students.Where(student => student.AccountId == one.Id && student.LeftAt == null).DefaultIfEmpty()
            from joined in db.Classes.Where(joined => joined.Id == student.ClassId).DefaultIfEmpty()
            orderby student.Id
            select new { Account = one, Student = student, Class = joined }).ToListAsync(cancel);
        return new(
            rows[0].Account,
            [.. rows.Where(row => row.Student is not null).Select(row =>
                new OwnPlace(row.Class.Name, row.Student.Pseudonym, row.Student.Number, row.Student.IsWaiting, row.Class.IsArchived))],
            rows[0].Account.Studies ? await PagesReadAsync(db, account, cancel) : []);
    }

    /// <summary>A student's place in a class; null when it is not theirs.</summary>
    public async Task<OwnPlace?> FindPlaceAsync(Guid account, int student, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Students.Where(one => one.Id == student && one.AccountId == account)
            .Join(db.Classes, one => one.ClassId, joined => joined.Id, (one, joined) =>
                new OwnPlace(joined.Name, one.Pseudonym, one.Number, one.IsWaiting, joined.ArchivedAt != null))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>The keys of pages ticked as read outside any assignment.</summary>
    public async Task<List<string>> PagesReadAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await PagesReadAsync(db, account, cancel);
    }

    /// <summary>Whether a student is in no class yet, and waits for a teacher.</summary>
    public async Task<bool> IsWaitingAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        return !await db.Students.AnyAsync(student => student.AccountId == account && student.LeftAt == null && !student.IsWaiting, cancel);
    }

    /// <summary>The names of the classes in which a student waits to be let in.</summary>
    public async Task<List<string>> WaitingForAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Students.Where(student => student.AccountId == account && student.IsWaiting && student.LeftAt == null)
            .Join(db.Classes, student => student.ClassId, joined => joined.Id, (_, joined) => joined.Name)
            .ToListAsync(cancel);
    }

    private static Task<List<string>> PagesReadAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        db.PagesRead.Where(page => page.AccountId == account && page.AssignmentId == null).Select(page => page.PageKey).ToListAsync(cancel);
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Places">The classes of a student; empty for staff.</param>
/// <param name="PagesRead">Keys of pages; empty for staff.</param>
public sealed record AccountDetails(Account Account, IReadOnlyList<OwnPlace> Places, IReadOnlyList<string> PagesRead);

/// <summary>A student's place in a class.</summary>
public sealed record OwnPlace(string Class, string Pseudonym, int Number, bool IsWaiting, bool IsArchived);
