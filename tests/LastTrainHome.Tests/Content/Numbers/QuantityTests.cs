using System.Globalization;
using LastTrainHome.Content.Numbers;
using Xunit;

namespace LastTrainHome.Tests.Content.Numbers;

public sealed class QuantityTests
{
    // number, digits after the point, scale, form
    [Theory]
    [InlineData("about 375.82 million", "375.82 2 1000000 Number")]
    [InlineData("1,340", "1340 0 1 Number")]
    [InlineData("1340", "1340 0 1 Number")]
    [InlineData("2.095 billion", "2.095 3 1000000000 Number")]
    [InlineData("1,595 million people", "1595 0 1000000 Number")]
    [InlineData("20-million", "20 0 1000000 Number")]
    [InlineData("14.3 %", "14.3 1 1 Percent")]
    [InlineData("14.3%", "14.3 1 1 Percent")]
    [InlineData("14.3 percent", "14.3 1 1 Percent")]
    [InlineData("14.30 per cent of all", "14.30 2 1 Percent")]
    [InlineData("4.0 points", "4.0 1 1 Points")]
    [InlineData("four percentage points", "4 0 1 Points")]
    [InlineData("-4.0", "-4.0 1 1 Number")]
    [InlineData("−4.0", "-4.0 1 1 Number")]
    [InlineData("+3 %", "3 0 1 Percent")]
    [InlineData("four hours", "4 0 1 Number")]
    [InlineData("about 5 days", "5 0 1 Number")]
    [InlineData("twenty-five carriages", "25 0 1 Number")]
    [InlineData("two hundred", "2 0 100 Number")]
    [InlineData("two hundred and fifty", "250 0 1 Number")]
    [InlineData("two hundred million", "200 0 1000000 Number")]
    [InlineData("two hundred and fifty thousand", "250 0 1000 Number")]
    [InlineData("one hundred thousand million", "100000 0 1000000 Number")]
    [InlineData("a million", "1 0 1000000 Number")]
    [InlineData("two and a half million", "2.5 1 1000000 Number")]
    [InlineData("half a million", "0.5 1 1000000 Number")]
    [InlineData("a quarter of a million", "0.25 2 1000000 Number")]
    [InlineData("2½ million", "2.5 1 1000000 Number")]
    [InlineData("three point five million", "3.5 1 1000000 Number")]
    [InlineData("six times", "6 0 1 Times")]
    [InlineData("3.5 times as many", "3.5 1 1 Times")]
    [InlineData("two and a half times", "2.5 1 1 Times")]
    [InlineData("sixfold", "6 0 1 Times")]
    [InlineData("twice as many", "2 0 1 Times")]
    [InlineData("three quarters", "3/4 0 1 Fraction")]
    [InlineData("nearly a third", "1/3 0 1 Fraction")]
    [InlineData("one in five", "1/5 0 1 Fraction")]
    [InlineData("more than half", "1/2 0 1 Fraction")]
    [InlineData("1/3", "1/3 0 1 Fraction")]
    [InlineData("⅔", "2/3 0 1 Fraction")]
    [InlineData("3亿", "3 0 100000000 Number")]
    [InlineData("1.5万", "1.5 1 10000 Number")]
    [InlineData("3亿7582万", "37582 0 10000 Number")]
    [InlineData("３．５亿", "3.5 1 100000000 Number")]
    [InlineData("三亿", "3 0 100000000 Number")]
    [InlineData("三亿七千万人", "37000 0 10000 Number")]
    [InlineData("百分之十四点三", "14.3 1 1 Percent")]
    [InlineData("三分之一", "1/3 0 1 Fraction")]
    [InlineData("三倍", "3 0 1 Times")]
    [InlineData("５００", "500 0 1 Number")]
    [InlineData("٣٤", "34 0 1 Number")]
    [InlineData("2021", "2021 0 1 Number")]
    [InlineData("22 % since 2008", "22 0 1 Percent")]
    [InlineData("34 in 2008, for three of them", "34 0 1 Number")]
    public void One_number_is_read_as_it_is_written(string words, string expected) => Assert.Equal(expected, Tell(Assert.Single(Quantity.Read(words))));

    [Theory]
    [InlineData("", 0)]
    [InlineData("most of them", 0)]
    [InlineData("hundreds of thousands", 0)]
    [InlineData("several million", 0)]
    [InlineData("26 January 2008", 0)]
    [InlineData("p. 12", 0)]
    [InlineData("150,000 to 170,000", 2)]
    [InlineData("1.234,5", 2)]
    [InlineData("1,23", 2)]
    [InlineData("3 to 4 million", 2)]
    [InlineData("two or three", 2)]
    [InlineData("2008 and 2009", 2)]
    public void None_or_several_numbers_are_told_by_their_count(string words, int count) => Assert.Equal(count, Quantity.Read(words).Count);

    [Fact]
    public void Its_place_in_the_words_is_known()
    {
        var quantity = Assert.Single(Quantity.Read("more than 375.82 million people"));

        Assert.Equal((10, 14), (quantity.Start, quantity.Length));
    }

    [Fact]
    public void A_study_in_another_language_has_its_own_point_and_comma() =>
        Assert.Equal("1375.82 2 1000000 Number", Tell(Assert.Single(Quantity.Read("1.375,82 million", "de"))));

    [Fact]
    public void A_number_with_more_digits_than_anybody_counts_is_still_one_number() =>
        Assert.True(Assert.Single(Quantity.Read(new string('9', 1000) + " trillion")).Value > 1e20m);

    private static string Tell(Quantity quantity)
    {
        var number = quantity.Number.ToString(CultureInfo.InvariantCulture);
        var whole = quantity.Form == QuantityForm.Fraction ? $"{number}/{quantity.Denominator}" : number;
        return $"{whole} {quantity.Decimals} {quantity.Scale} {quantity.Form}";
    }
}
