using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace LastTrainHome.Tests.Accounts;

public sealed class PasswordHashingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_hashes_run_at_once_than_leave_a_processor_free()
    {
        using var hasher = new SlowHasher();
        using var hashing = new PasswordHashing(hasher);
        hasher.Hold();

        var all = Enumerable.Range(0, PasswordHashing.AtOnce + 5).Select(_ => Task.Run(() => hashing.HashAsync(Somebody(), "secret"), Cancel)).ToList();
        await hasher.RunningAsync(PasswordHashing.AtOnce);
        hasher.Release();
        await Task.WhenAll(all);

        Assert.Equal(PasswordHashing.AtOnce, hasher.MostAtOnce);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_turned_away_and_those_who_wait_are_served()
    {
        using var hasher = new SlowHasher();
        using var hashing = new PasswordHashing(hasher);
        hasher.Hold();
        var running = Enumerable.Range(0, PasswordHashing.AtOnce).Select(_ => Task.Run(() => hashing.HashAsync(Somebody(), "secret"), Cancel)).ToList();
        await hasher.RunningAsync(PasswordHashing.AtOnce);
        var waiting = Enumerable.Range(0, PasswordHashing.MostWaiting).Select(_ => hashing.HashAsync(Somebody(), "secret", Cancel)).ToList();

        await Assert.ThrowsAsync<PasswordHashingBusyException>(() => hashing.HashAsync(Somebody(), "secret", Cancel));

        hasher.Release();
        await Task.WhenAll([.. running, .. waiting]);
    }

    [Fact]
    public async Task Where_there_is_no_account_a_hash_is_compared_all_the_same()
    {
        using var hasher = new SlowHasher();
        using var hashing = new PasswordHashing(hasher);

        var result = await hashing.VerifyAsync(null, "secret", Cancel);

        Assert.Equal((PasswordVerificationResult.Failed, 1), (result, hasher.Compared));
    }

    private static Account Somebody() => Account.OfStaff("somebody", DateTime.UnixEpoch);

    // The framework's own, made to wait where a test wants it.
    private sealed class SlowHasher : IPasswordHasher<Account>, IDisposable
    {
        private readonly PasswordHasher<Account> inner = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        private readonly ManualResetEventSlim gate = new(initialState: true);
        private readonly SemaphoreSlim begun = new(0);
        private int running, most, compared;

        public int MostAtOnce => most;
        public int Compared => compared;

        public void Hold() => gate.Reset();

        public void Release() => gate.Set();

        /// <summary>Waits until so many have begun since the gate was closed.</summary>
        public async Task RunningAsync(int count)
        {
            for (var number = 0; number < count; number++)
                await begun.WaitAsync(Cancel);
        }

        public string HashPassword(Account user, string password)
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (!gate.IsSet)
                begun.Release();
            gate.Wait();
            Interlocked.Decrement(ref running);
            return inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref compared);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        public void Dispose()
        {
            gate.Dispose();
            begun.Dispose();
        }
    }
}
