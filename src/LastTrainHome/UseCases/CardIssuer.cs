using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases;

/// <summary>Draws sign-in cards and hashes their words. A hash takes a tenth of a second on purpose, so a class's are made side by side,
/// and before anything is written.</summary>
public sealed class CardIssuer(IPasswordHasher<Accounts.Account> hasher, StudyStore store, TimeProvider clock)
{
    /// <summary>Cards with the accounts they open, not yet saved.</summary>
    public async Task<IReadOnlyList<Fresh>> DrawAsync(int count, CancellationToken cancel)
    {
        var drawn = new Dictionary<string, SignInCard>();
        await using var db = store.Read();
        while (drawn.Count < count)
            if (SignInCard.Draw() is var card && Accounts.Account.Key(card.Handle) is var name && !await db.Accounts.AnyAsync(account => account.NormalizedUserName == name, cancel))
                drawn[name] = card;
        var now = clock.GetUtcNow().UtcDateTime;
        return await Task.WhenAll(drawn.Values.Select(card => Task.Run(() => Make(card, now), cancel)));
    }

    private Fresh Make(SignInCard card, DateTime now)
    {
        var account = Accounts.Account.OfStudent(card, now);
        account.PasswordHash = hasher.HashPassword(account, card.Secret);
        return new(card, account);
    }

    /// <param name="Account">What is saved: the hash, never the words.</param>
    public sealed record Fresh(SignInCard Card, Accounts.Account Account)
    {
        /// <summary>Makes this the card of an account there is: the old words open nothing any more.</summary>
        public void Replace(Accounts.Account old)
        {
            (old.UserName, old.NormalizedUserName, old.PasswordHash) = (Account.UserName, Account.NormalizedUserName, Account.PasswordHash);
            (old.SecurityStamp, old.ConcurrencyStamp) = (Account.SecurityStamp, Account.ConcurrencyStamp);
            (old.LockoutEnd, old.AccessFailedCount) = (null, 0);
        }
    }
}
