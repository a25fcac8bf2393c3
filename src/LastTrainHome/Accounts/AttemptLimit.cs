using System.Threading.RateLimiting;

namespace LastTrainHome.Accounts;

/// <summary>Counts attempts by key, in memory alone, and says when a key has used up its share of a window of time. Windows begin on the
/// clock (every full minute, every full hour), so an attempt is forgotten when its window ends.</summary>
/// <param name="most">How many attempts of one key a window takes.</param>
public sealed class AttemptLimit<TKey>(TimeProvider clock, int most, TimeSpan window) : IDisposable
    where TKey : notnull
{
    // The framework's limiters know only the machine's clock. With the window's number in the key each window begins with a full share
    // by the site's clock; the machine's merely decides when a window that is over is thrown away.
    private readonly PartitionedRateLimiter<TKey> limiter = PartitionedRateLimiter.Create<TKey, (TKey, long)>(key =>
        RateLimitPartition.GetFixedWindowLimiter(
            (key, clock.GetUtcNow().Ticks / window.Ticks),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window }));

    /// <summary>Whether the key has no attempt left in this window. Asking counts nothing.</summary>
    public bool IsUsedUp(TKey key)
    {
        using var lease = limiter.AttemptAcquire(key, permitCount: 0);
        return !lease.IsAcquired;
    }

    /// <summary>Counts one attempt.</summary>
    /// <returns>False when the share is used up: then nothing is counted.</returns>
    public bool TryUse(TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
