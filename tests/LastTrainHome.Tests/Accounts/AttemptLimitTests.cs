using LastTrainHome.Accounts;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LastTrainHome.Tests.Accounts;

public sealed class AttemptLimitTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly AttemptLimit<string> limit;

    public AttemptLimitTests() => limit = new(clock, 2, Minute);

    [Fact]
    public void A_key_has_its_share_and_no_more()
    {
        Assert.True(limit.TryUse("a"));
        Assert.True(limit.TryUse("a"));

        Assert.False(limit.TryUse("a"));
        Assert.True(limit.IsUsedUp("a"));
    }

    [Fact]
    public void Each_key_has_a_share_of_its_own()
    {
        limit.TryUse("a");
        limit.TryUse("a");

        Assert.False(limit.IsUsedUp("b"));
    }

    [Fact]
    public void Asking_counts_nothing()
    {
        for (var time = 0; time < 10; time++)
            Assert.False(limit.IsUsedUp("a"));
    }

    [Fact]
    public void The_next_window_begins_with_a_whole_share()
    {
        limit.TryUse("a");
        limit.TryUse("a");

        clock.Advance(Minute);

        Assert.False(limit.IsUsedUp("a"));
    }

    public void Dispose() => limit.Dispose();
}
