using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Draws sign-in cards and hashes their words, before anything is written.</summary>
public sealed class NewCards(StudyStore store, PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>Cards that no account has, each with the account it opens.</summary>
    public async Task<IReadOnlyList<NewCard>> DrawAsync(int count, CancellationToken cancel)
    {
        var drawn = new Dictionary<string, SignInCard>();
        await using (var db = store.Read())
            while (drawn.Count < count)
                if (SignInCard.Draw() is var card && Account.Key(card.Handle) is var key && !await db.Accounts.AnyAsync(one => one.NormalizedUserName == key, cancel))
                    drawn[key] = card;

        // No more at once than run at once: a class's cards do not keep out a student who joins meanwhile.
        var made = new NewCard[count];
        var limited = new ParallelOptions { MaxDegreeOfParallelism = PasswordHashing.AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(drawn.Values.Select((card, place) => (card, place)), limited, async (one, turn) =>
            made[one.place] = await MakeAsync(one.card, turn));
        return made;
    }

    private async Task<NewCard> MakeAsync(SignInCard card, CancellationToken cancel)
    {
        var account = Account.OfStudent(card, clock.GetUtcNow().UtcDateTime);
        account.PasswordHash = await hashing.HashAsync(account, card.Secret, cancel);
        return new(card, account);
    }
}

/// <summary>A card just drawn. Its words are kept nowhere else.</summary>
/// <param name="Account">The account it opens, not yet saved. It holds the hash of the words.</param>
public sealed record NewCard(SignInCard Card, Account Account)
{
    /// <summary>Makes this the card of an account there is: the old words open nothing any more.</summary>
    public void Replace(Account old)
    {
        (old.UserName, old.NormalizedUserName, old.PasswordHash) = (Account.UserName, Account.NormalizedUserName, Account.PasswordHash);
        (old.SecurityStamp, old.ConcurrencyStamp) = (Account.SecurityStamp, Account.ConcurrencyStamp);
    }
}
