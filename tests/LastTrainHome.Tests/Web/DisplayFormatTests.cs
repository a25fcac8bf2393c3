using System.Globalization;
using LastTrainHome.Web.Display;
using Xunit;

namespace LastTrainHome.Tests.Web;

public sealed class DisplayFormatTests : IDisposable
{
    private static readonly DateTime At = new(2008, 9, 25, 20, 5, 0);

    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    [Theory]
    [InlineData("en", "25 September 2008", "25 Sep 2008", "Thu 25 Sep, 20:05", "September 2008")]
    [InlineData("en-US", "25 September 2008", "25 Sep 2008", "Thu 25 Sep, 20:05", "September 2008")]
    [InlineData("fr", "25 septembre 2008", "25 sept. 2008", "jeu. 25 sept., 20:05", "septembre 2008")]
    [InlineData("zh-Hans", "2008年9月25日", "2008年9月25日", "周四 9月25日, 20:05", "2008年9月")]
    public void A_day_is_written_in_the_order_of_its_language(string language, string day, string shortDay, string weekday, string month)
    {
        CultureInfo.CurrentCulture = DisplayFormat.CultureOf(language);

        Assert.Equal([day, shortDay, weekday, month], [DisplayFormat.Day(At), DisplayFormat.ShortDay(At), DisplayFormat.WeekdayAndTime(At), DisplayFormat.Month(At)]);
    }

    [Theory]
    [InlineData("en", "1234567.50", "1,234,567.50")]
    [InlineData("de", "1234567.50", "1.234.567,50")]
    [InlineData("de", "171.7", "171,7")]
    [InlineData("sv", "-1234.5", "-1\u00a0234,5")]
    [InlineData("de", "n/a", "n/a")]
    [InlineData("de", "1.5.2", "1.5.2")]
    public void A_number_is_set_apart_as_its_language_does(string language, string written, string shown)
    {
        CultureInfo.CurrentCulture = DisplayFormat.CultureOf(language);

        Assert.Equal(shown, DisplayFormat.Number(written));
    }

    [Fact]
    public void Years_are_counted_as_the_content_counts_them()
    {
        CultureInfo.CurrentCulture = DisplayFormat.CultureOf("th"); // where it is 2551 otherwise

        Assert.Contains("2008", DisplayFormat.Day(At), StringComparison.Ordinal);
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
