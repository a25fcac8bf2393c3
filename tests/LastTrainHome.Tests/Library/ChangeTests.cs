using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using Xunit;

namespace LastTrainHome.Tests.Library;

public sealed class ChangeTests
{
    [Theory]
    [InlineData("140.41", "171.72", "million people", "+22.3 %, +31.31 million people", "171.72 − 140.41 = 31.31 million people; 31.31 ÷ 140.41 = 22.3 %")]
    [InlineData("77.39", "68.40", "million people", "−11.6 %, −8.99 million people", "68.40 − 77.39 = −8.99 million people; −8.99 ÷ 77.39 = −11.6 %")]
    [InlineData("1200", "2,400", "trips", "+100.0 %, +1,200 trips", "2,400 − 1,200 = 1,200 trips; 1,200 ÷ 1,200 = 100.0 %")]
    [InlineData("8.3", "15.9", "percent", "+7.6 percentage points", "15.9 − 8.3 = 7.6 percentage points")]
    [InlineData("46.6", "38.3", "% of households", "−8.3 percentage points", "38.3 − 46.6 = −8.3 percentage points")]
    [InlineData("0", "3", "people", "+3 people", "3 − 0 = 3 people")]
    [InlineData("-4", "-1", "degrees", "−75.0 %, +3 degrees", "−1 − (−4) = 3 degrees; 3 ÷ (−4) = −75.0 %")]
    public void A_change_says_how_much_it_is_and_how_that_is_worked_out(string from, string to, string unit, string much, string sum)
    {
        var change = Change.Find(Table(unit, from, to), "r0..r1-all")!;

        Assert.Equal((much, sum), (ChangeDisplay.Of(change), ChangeDisplay.Sum(change)));
    }

    [Theory]
    [InlineData("r0..r2-all", 0)]
    [InlineData("r2..r3-all", 1)]
    [InlineData("r3..r0-all", 1)]
    [InlineData("r3..r4-all", 0)]
    [InlineData("r2..r3-some", 0)]
    public void A_break_lies_between_what_was_counted_before_it_and_from_it_on(string fragment, int breaks)
    {
        var statistic = Table("people", "1", "2", "3", "4", "5");
        statistic.Breaks.Add(new() { StatisticKey = "statistics/x", Position = 0, At = "r3", Columns = ["all"], Note = "" });

        Assert.Equal(breaks, Change.Find(statistic, fragment)!.Breaks.Count);
    }

    [Theory]
    [InlineData("r0-all")]
    [InlineData("r0..r9-all")]
    [InlineData("r9..r0-all")]
    [InlineData("r0..r1")]
    [InlineData("r0..r1..r2-all")]
    [InlineData("r0..r2-all")] // a gap
    public void Two_cells_with_values_make_a_change_and_nothing_else_does(string fragment) =>
        Assert.Null(Change.Find(Table("people", "1", "2", ""), fragment));

    private static Statistic Table(string unit, params string[] values) => new()
    {
        Key = "statistics/x",
        Slug = "x",
        Title = "X",
        File = "statistics/x.md",
        Shape = StatisticShape.Series,
        Unit = unit,
        Territory = "here",
        Producer = "nobody",
        Observations =
        [
            .. from place in Enumerable.Range(0, values.Length)
               from column in new[] { "all", "some" }
               select new Observation
               {
                   StatisticKey = "statistics/x", Row = $"r{place}", Column = column, Position = place, Written = values[place], Unit = unit, Status = ObservationStatus.Final,
                   Value = values[place].Length == 0 ? null : double.Parse(values[place], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture),
               }
        ],
    };
}
