using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Lets in: a student with a card of four words, staff with name and password.</summary>
public sealed class SignIn(StudyStore store, PasswordHashing hashing, SignInLock locks)
{
    // One sentence whether the name is unknown, the password wrong or the name locked: guessing tells nothing.
    private const string WrongPassword =
        "This name and password do not fit. After ten wrong tries a name stays locked for up to a quarter of an hour.";

    private const string WrongCard = "No card has these four words. Check them one by one, or ask your teacher for a new card. "
        + "After ten wrong tries a card stays locked for up to a quarter of an hour.";

    private const string Closed = "This account has been closed. An administrator of this site can open it again.";

    /// <param name="typed">The four words of a card, parted in any way.</param>
    public async Task<SignInAttempt> WithCardAsync(string? typed, CancellationToken cancel) => SignInCard.Read(typed) is { } card
        ? await TryAsync(card.Handle, card.Secret, studies: true, new(WrongCard, "Card"), cancel)
        : new(null, new(Misread(typed), "Card"));

    public Task<SignInAttempt> AsStaffAsync(string? name, string? password, CancellationToken cancel) =>
        TryAsync((name ?? "").Trim(), password ?? "", studies: false, new(WrongPassword, "Name"), cancel);

    private async Task<SignInAttempt> TryAsync(string name, string secret, bool studies, Refusal wrong, CancellationToken cancel)
    {
        var key = Account.Key(name);
        if (locks.IsLocked(key))
            return new(null, wrong, IsWrongTry: true);

        var account = await FindAsync(key, studies, cancel);
        switch (await hashing.VerifyAsync(account, secret, cancel))
        {
            case PasswordVerificationResult.Failed:
                locks.CountWrong(key);
                return new(null, wrong, IsWrongTry: true);
            case PasswordVerificationResult.SuccessRehashNeeded:
                await RehashAsync(account!, secret);
                break;
        }

        return account!.DisabledAt is null ? new(account, null) : new(null, wrong with { Sentence = Closed });
    }

    private async Task<Account?> FindAsync(string key, bool studies, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Accounts.SingleOrDefaultAsync(account => account.NormalizedUserName == key && account.Studies == studies, cancel);
    }

    private async Task RehashAsync(Account account, string secret)
    {
        var (old, hash) = (account.PasswordHash, await hashing.HashAsync(account, secret));
        await store.WriteAsync(db => db.Accounts.Where(one => one.Id == account.Id && one.PasswordHash == old)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, hash)));
    }

    private static string Misread(string? typed)
    {
        var words = SignInCard.Split(typed);
        return words.Length switch
        {
            0 => "Type the four words of your card.",
            _ when words.FirstOrDefault(word => !CardWords.Has(word)) is { } unknown => $"“{unknown}” is on no card. Check its spelling.",
            _ => $"A card has four words; here {(words.Length == 1 ? "is one" : $"are {words.Length}")}.",
        };
    }
}

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Account">The account; null when refused.</param>
/// <param name="IsWrongTry">Whether a name was tried with the wrong secret, or while it is locked.</param>
public sealed record SignInAttempt(Account? Account, Refusal? Refusal, bool IsWrongTry = false);

/// <summary>Locks a name once ten wrong passwords were tried for it within a quarter of an hour. Names are counted in memory alone and
/// whether there is such a name or not, so that the lock tells nothing and costs the same for all.</summary>
public sealed class SignInLock(TimeProvider clock) : IDisposable
{
    public const int MostTries = 10;

    /// <summary>After which wrong tries are forgotten.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly AttemptLimit<string> wrong = new(clock, MostTries, Window);

    /// <param name="name">As it is looked up: <see cref="Account.Key"/>.</param>
    public bool IsLocked(string name) => wrong.IsUsedUp(name);

    public void CountWrong(string name) => wrong.TryUse(name);

    public void Dispose() => wrong.Dispose();
}
