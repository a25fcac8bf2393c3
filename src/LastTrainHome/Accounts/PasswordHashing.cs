using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.Accounts;

/// <summary>Hashes passwords and sign-in cards and compares them. A hash keeps a processor busy for about a tenth of a second on purpose,
/// so only a few run at once, and one processor always stays free for those who read.</summary>
public sealed class PasswordHashing(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>How many callers may wait for their turn; the next one is turned away.</summary>
    public const int MostWaiting = 64;

    // What the password of an unknown name is compared with, so that it takes as long as a known name's.
    private readonly string nobodysHash = hasher.HashPassword(null!, Token.New());

    private readonly ConcurrencyLimiter turns = new(new()
    {
        PermitLimit = AtOnce,
        QueueLimit = MostWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How many hashes run at once.</summary>
    public static int AtOnce { get; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>The hash to keep of a secret.</summary>
    /// <exception cref="PasswordHashingBusyException">Too many are waiting already.</exception>
    public async Task<string> HashAsync(Account account, string secret, CancellationToken cancel = default)
    {
        using var turn = await TakeTurnAsync(cancel);
        return hasher.HashPassword(account, secret);
    }

    /// <summary>Compares a secret with an account's. Takes the same time whether there is such an account or not.</summary>
    /// <param name="account">Null when there is none of that name.</param>
    /// <exception cref="PasswordHashingBusyException">Too many are waiting already.</exception>
    public async Task<PasswordVerificationResult> VerifyAsync(Account? account, string secret, CancellationToken cancel = default)
    {
        using var turn = await TakeTurnAsync(cancel);
        var result = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodysHash, secret);
        return account?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => turns.Dispose();

    private async Task<RateLimitLease> TakeTurnAsync(CancellationToken cancel)
    {
        var lease = await turns.AcquireAsync(1, cancel);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        throw new PasswordHashingBusyException();
    }
}

/// <summary>So many people sign in or join at this moment that the next one is asked to come back.</summary>
public sealed class PasswordHashingBusyException() : InvalidOperationException("Too many people are signing in at this moment. Please try again in a few seconds.");
