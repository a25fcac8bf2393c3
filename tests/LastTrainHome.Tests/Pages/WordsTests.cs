using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using Xunit;

namespace LastTrainHome.Tests.Pages;

public sealed class WordsTests
{
    [Theory]
    [InlineData("288328", "288,328")]
    [InlineData("2095", "2,095")]
    [InlineData("171.70", "171.70")]
    [InlineData("-1234.50", "-1,234.50")]
    [InlineData("50", "50")]
    [InlineData("", "")]
    public void A_number_keeps_its_digits_and_has_its_thousands_set_apart(string written, string shown) => Assert.Equal(shown, NumberDisplay.Of(written));

    [Theory]
    [InlineData("2008", "2008")]
    [InlineData("2008-01", "January 2008")]
    [InlineData("2008-01-26", "26 January 2008")]
    [InlineData("2008-Q3", "2008, quarter 3")]
    public void A_date_is_said_as_exactly_as_it_is_known(string date, string said) => Assert.Equal(said, DateDisplay.Of(date));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(180, 1)]
    [InlineData(900, 5)]
    public void Reading_takes_a_minute_at_least(int words, int minutes) => Assert.Equal(minutes, ReadingTime.Minutes(words));

    [Theory]
    [InlineData(1, PageKind.Person, "1 person")]
    [InlineData(2, PageKind.Person, "2 people")]
    [InlineData(1, PageKind.Claim, "1 statement checked")]
    [InlineData(19, PageKind.Claim, "19 statements checked")]
    [InlineData(6, PageKind.Section, "6 chapters")]
    public void A_count_agrees_with_its_word(int count, PageKind kind, string said) => Assert.Equal(said, KindDisplay.Count(count, kind));

    [Fact]
    public void Every_verdict_status_and_kind_has_its_words()
    {
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotEmpty(VerdictDisplay.Of(verdict)));
        Assert.All(Enum.GetValues<ObservationStatus>(), status => Assert.NotEmpty(StatusDisplay.Explain(status)));
        Assert.All(Enum.GetValues<PageKind>(), kind => Assert.NotEmpty(KindDisplay.Plural(kind)));
    }

    [Theory]
    [InlineData("ru", "ru-Latn")]
    [InlineData("zh-Hans", "zh-Latn")]
    public void Romanized_words_keep_their_language(string language, string romanized) => Assert.Equal(romanized, Scripts.InLatin(language));
}
