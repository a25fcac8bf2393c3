using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.OwnAccount;

/// <summary>Gives a member of staff a new password, and ends all of their sessions.</summary>
public sealed class ChangePassword(StudyStore store, PasswordRules rules, PasswordHashing hashing, SignInLock locks)
{
    private static readonly Refusal Wrong =
        new("This is not your password. After ten wrong tries it stays locked for up to a quarter of an hour.", "Current");

    /// <returns>Null when there is no such member of staff.</returns>
    public async Task<ChangedPassword?> ChangeAsync(Guid account, string? current, string? password, string? again, CancellationToken cancel)
    {
        if (await FindAsync(account, cancel) is not { } found)
            return null;
        var key = found.NormalizedUserName!;
        if (locks.IsLocked(key))
            return new(Wrong, IsWrongTry: true);
        if (await hashing.VerifyAsync(found, current ?? "", cancel) == PasswordVerificationResult.Failed)
        {
            locks.CountWrong(key);
            return new(Wrong, IsWrongTry: true);
        }

        if (await rules.ProblemAsync(found, password, again) is { } problem)
            return new(new(problem, "Password"));
        var hash = await hashing.HashAsync(found, password!, cancel);
        await store.WriteAsync(async db =>
        {
            var changed = await db.Accounts.SingleAsync(one => one.Id == account);
            (changed.PasswordHash, changed.SecurityStamp) = (hash, Token.New());
            await db.Sessions.Where(session => session.AccountId == account).ExecuteDeleteAsync();
        }, CancellationToken.None);
        return new(null);
    }

    private async Task<Account?> FindAsync(Guid account, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Accounts.SingleOrDefaultAsync(one => one.Id == account && !one.Studies, cancel);
    }
}

/// <summary>Whether the password is changed.</summary>
/// <param name="Refusal">Why it is not; null when it is.</param>
/// <param name="IsWrongTry">Whether the current password was wrong, or the name is locked.</param>
public sealed record ChangedPassword(Refusal? Refusal, bool IsWrongTry = false);
