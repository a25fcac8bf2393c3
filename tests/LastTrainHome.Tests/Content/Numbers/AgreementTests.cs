using LastTrainHome.Content.Numbers;
using Xunit;

namespace LastTrainHome.Tests.Content.Numbers;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("375.82 million", "375.82", "million people")]
    [InlineData("nearly 376 million", "375.82", "million people")]
    [InlineData("375.8 million people", "375.82", "million people")]
    [InlineData("0.38 billion", "375.82", "million people")]
    [InlineData("375,820 thousand", "375.82", "million people")]
    [InlineData("375.82", "375.82", "million people")]
    [InlineData("375,820,000", "375.82", "million people")]
    [InlineData("3.76亿", "375.82", "million people")]
    [InlineData("3亿7582万", "37582", "万人")]
    [InlineData("375.82 million", "37582", "万人")]
    [InlineData("171.70 million", "171.7", "million people")]
    [InlineData("2.1 billion", "2095", "million trips")]
    [InlineData("nearly 1 million", "1000000", "people")]
    [InlineData("half a million", "0.546", "million people")]
    [InlineData("two hundred million", "200", "million people")]
    [InlineData("1,340 yuan", "1340", "yuan a month")]
    [InlineData("little more than 4 hours", "4.15", "hours")]
    [InlineData("four hours", "4.15", "hours")]
    [InlineData("14.3 %", "14.3", "percent")]
    [InlineData("14.3 percent", "14.3", "percent of outbound workers")]
    [InlineData("14", "14.3", "percent")]
    [InlineData("15 %", "14.5", "percent")]
    [InlineData("a fall of 4.0 %", "-4.0", "percent")]
    [InlineData("-4.0 %", "-4.0", "percent")]
    [InlineData("-5", "-4.5", "percent")]
    [InlineData("two thirds", "66.93", "percent")]
    [InlineData("nearly a third", "31.9", "percent")]
    [InlineData("nearly half", "47.3", "percent")]
    [InlineData("three quarters", "74.3", "percent")]
    [InlineData("one in ten", "9.8", "percent")]
    [InlineData("3.3 times", "3.28", "ratio")]
    [InlineData("3.28", "3.28", "ratio")]
    [InlineData("2 points", "2.1", "percentage points")]
    [InlineData("2,100 km", "2100", "km")]
    public void A_number_agrees_when_the_row_rounds_to_it(string words, string value, string unit) =>
        Assert.Equal("", Judge(words, value, unit));

    [Theory]
    [InlineData("380 million", "375.82", "million people", "the row says 375.82 million people; write '375.82 million' or '376 million'.")]
    [InlineData("0.3 billion", "375.82", "million people", "the row says 375.82 million people; write '375.82 million' or '0.4 billion'.")]
    [InlineData("375 million", "375.82", "million people", "the row says 375.82 million people; write '375.82 million' or '376 million'.")]
    [InlineData("376,000,000", "375.82", "million people", "the row says 375.82 million people; write '375.82 million' or '375,820,000'.")]
    [InlineData("3.8亿", "37282", "万人", "the row says 37,282 万人; write '37,282万' or '3.7亿'.")]
    [InlineData("13 %", "14.3", "percent", "the row says 14.3 %; write '14.3 %' or '14 %'.")]
    [InlineData("14.3 %", "14.3", "million people", "the row says 14.3 million people, and its unit is 'million people'; write '14.3 million'.")]
    [InlineData("14 million", "14.3", "percent", "the row says 14.3 %, and its unit is 'percent'; write '14.3 %'.")]
    [InlineData("4 points", "14.3", "percent", "the row says 14.3 %, and its unit is 'percent'; write '14.3 %'.")]
    [InlineData("+4.0", "-4.0", "percent", "the row says -4.0 %; write '-4.0 %' or '-4.0'.")]
    [InlineData("a third of", "37.7", "percent", "the row says 37.7 %; write '2/5'.")]
    [InlineData("half of", "41", "percent", "the row says 41 %; write '2/5'.")]
    [InlineData("nine out of ten", "97", "percent", "the row says 97 %; write '97 %'.")]
    [InlineData("six times", "20", "million people", "the row says 20 million people, and its unit is 'million people'; write '20 million'.")]
    [InlineData("5 hours", "4.15", "hours", "the row says 4.15 hours; write '4.15' or '4'.")]
    public void A_number_that_disagrees_is_told_what_the_words_should_say(string words, string value, string unit, string message) =>
        Assert.Equal(message, Judge(words, value, unit));

    [Theory]
    [InlineData("by 22 %", "140.41", "171.72", "million people")]
    [InlineData("22.3 percent", "140.41", "171.72", "million people")]
    [InlineData("a fall of 10 %", "100", "90", "million people")]
    [InlineData("-10 %", "100", "90", "million people")]
    [InlineData("31.31 million", "140.41", "171.72", "million people")]
    [InlineData("31 million", "140.41", "171.72", "million people")]
    [InlineData("31.31", "140.41", "171.72", "million people")]
    [InlineData("4.0 points", "10.3", "14.3", "percent")]
    [InlineData("4.0", "10.3", "14.3", "percent")]
    [InlineData("four percentage points", "10.3", "14.3", "percent")]
    [InlineData("six times", "8.4", "50.4", "thousand km")]
    [InlineData("sixfold", "8.4", "50.4", "thousand km")]
    [InlineData("4.2 times", "1340", "5634", "yuan a month")]
    [InlineData("two thirds", "61.03", "41.77", "million children")]
    [InlineData("by a third", "61.03", "41.77", "million children")]
    [InlineData("by nearly half", "10", "5.3", "million children")]
    public void A_change_agrees_when_the_two_rows_give_it(string words, string from, string to, string unit) =>
        Assert.Equal("", JudgeChange(words, from, to, unit));

    [Theory]
    [InlineData("by 25 %", "140.41", "171.72", "million people", "from 140.41 million people to 171.72 million people is a change of 22.3 %; write '22.3 %' or '22 %'.")]
    [InlineData("+10 %", "100", "90", "km", "from 100 km to 90 km is a change of -10.0 %; write '-10.0 %' or '-10 %'.")]
    [InlineData("30 million", "140.41", "171.72", "million people", "from 140.41 million people to 171.72 million people is a difference of 31.31 million people; write '31.31 million' or '31 million'.")]
    [InlineData("3 points", "10.3", "14.3", "percent", "from 10.3 % to 14.3 % is a difference of 4.0 points; write '4.0 points' or '4 points'.")]
    [InlineData("3 points", "10", "14", "million people", "from 10 million people to 14 million people is a difference of 4 million people, and its unit is 'million people'; write '4 million'.")]
    [InlineData("five times", "8.4", "50.4", "km", "from 8.4 km to 50.4 km is 6.00 times as much; write '6 times'.")]
    [InlineData("by half", "61.03", "41.77", "km", "from 61.03 km to 41.77 km is a change by -0.32; write '1/3'.")]
    [InlineData("by 10 %", "0", "5", "km", "from 0 km to 5 km is no change that can be told in percent, times or parts; write '5'.")]
    public void A_change_that_disagrees_is_told_the_right_one(string words, string from, string to, string unit, string message) =>
        Assert.Equal(message, JudgeChange(words, from, to, unit));

    [Theory]
    [InlineData("million people", UnitKind.Count, 1_000_000, "million")]
    [InlineData("thousand million yuan", UnitKind.Count, 1_000_000_000, "thousand million")]
    [InlineData("万人", UnitKind.Count, 10_000, "万")]
    [InlineData("亿人次", UnitKind.Count, 100_000_000, "亿")]
    [InlineData("yuan a month", UnitKind.Count, 1, "")]
    [InlineData("percent of households", UnitKind.Percent, 1, "")]
    [InlineData("%", UnitKind.Percent, 1, "")]
    [InlineData("percentage points", UnitKind.Points, 1, "")]
    [InlineData("ratio", UnitKind.Ratio, 1, "")]
    public void A_unit_tells_its_scale(string words, UnitKind kind, int scale, string scaleWords) =>
        Assert.Equal(new Unit(words, kind, scale, scaleWords), Unit.Read(words));

    private static string Judge(string words, string value, string unit) =>
        Tell(Agreement.WithCell(Assert.Single(Quantity.Read(words)), Value(value), Unit.Read(unit)));

    private static string JudgeChange(string words, string from, string to, string unit) =>
        Tell(Agreement.WithChange(Assert.Single(Quantity.Read(words)), Value(from), Value(to), Unit.Read(unit)));

    private static string Tell(Agreement agreement)
    {
        Assert.Equal(agreement.Holds, agreement.Message.Length == 0);
        return agreement.Message;
    }

    private static decimal Value(string written) => decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
