using LastTrainHome.Store;
using LastTrainHome.UseCases.Administering;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.OwnAccount;

/// <summary>Deletes an account and everything that hangs on it, after saying what that is.</summary>
public sealed class DeleteAccount(StudyStore store)
{
    /// <summary>What would go with the account.</summary>
    public async Task<AccountExtent> CountAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await CountAsync(db, account, cancel);
    }

    /// <summary>Deletes it.</summary>
    /// <returns>Why it cannot be deleted; null when it is gone.</returns>
    public Task<Refusal?> DeleteAsync(Guid account) => store.WriteAsync(async db =>
    {
        if ((await CountAsync(db, account, CancellationToken.None)).Obstacle is { } obstacle)
            return new Refusal(obstacle);
        await db.Invitations.Where(link => link.MadeBy == account && link.UsedAt == null).ExecuteDeleteAsync();
        await db.Accounts.Where(one => one.Id == account).ExecuteDeleteAsync(); // the rest goes with it
        return null;
    });

    private static Task<AccountExtent> CountAsync(StudyDb db, Guid account, CancellationToken cancel) =>
        db.Accounts.Where(one => one.Id == account).Select(one => new AccountExtent(
            db.Students.Count(student => student.AccountId == account),
            db.PagesRead.Count(page => page.AccountId == account),
            db.Answers.Count(answer => answer.AccountId == account),
            db.Answers.Where(answer => answer.AccountId == account).SelectMany(answer => answer.Versions).Count(),
            db.Answers.Where(answer => answer.AccountId == account).SelectMany(answer => answer.Comments).Count(),
            db.Classes.Count(taught => taught.TeacherId == account),
            db.Comments.Any(comment => comment.TeacherId == account),
            db.Owners().Any(owner => owner.Id == account) && !db.Owners().Any(owner => owner.Id != account))).SingleAsync(cancel);
}

/// <summary>What hangs on an account.</summary>
/// <param name="Places">Classes it is a student of.</param>
/// <param name="Comments">Teachers' comments on its answers.</param>
/// <param name="Taught">Classes it teaches.</param>
public sealed record AccountExtent(
    int Places, int PagesRead, int Answers, int Versions, int Comments, int Taught, bool HasCommented, bool IsLastOwner)
{
    /// <summary>Why it cannot be deleted, and what to do instead; or null.</summary>
    public string? Obstacle =>
        Taught > 0 || HasCommented
            ? "Your students’ work hangs on this account, so it cannot be deleted. Archive your classes and ask an administrator to close "
                + "the account: then nobody can sign in with it, and the students keep their work."
        : IsLastOwner ? "You are the only administrator, so the account cannot be deleted. Invite another administrator first."
        : null;
}
