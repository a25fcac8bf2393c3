using LastTrainHome.Store;
using Xunit;

namespace LastTrainHome.Tests.Store;

public sealed class AuditTests : IAsyncDisposable
{
    private readonly TemporaryStore place = new();

    [Fact]
    public void Every_column_says_what_it_holds()
    {
        using var db = place.Open().Read();

        Assert.Empty(Audit.Of(db).Where(column => column.Holds.Length == 0).Select(column => $"{column.Table}.{column.Column}"));
    }

    [Fact]
    public void No_column_holds_an_address_a_time_spent_or_a_scroll()
    {
        using var db = place.Open().Read();

        Assert.DoesNotContain(Audit.Of(db), column => column.Column.Contains("Dwell", StringComparison.OrdinalIgnoreCase)
            || column.Column.Contains("Scroll", StringComparison.OrdinalIgnoreCase) || column.Column is "Ip" or "IpAddress" or "UserAgent");
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();
}
