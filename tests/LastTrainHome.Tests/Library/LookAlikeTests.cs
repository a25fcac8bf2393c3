using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Library;

public sealed class LookAlikeTests
{
    [Fact]
    public void The_nearest_count_of_something_else_is_found_and_told_apart()
    {
        var asked = Table("floating", "floating", "Floating population", 375.8);
        var near = Table("separated", "separated", "People away from home", 492.8);
        var far = Table("trips", "trips", "All trips", 9000);

        var found = LookAlike.Of(asked, asked.Observations[0], [asked, far, near]);

        Assert.Equal("statistics/separated", found!.Statistic.Key);
        Assert.StartsWith("These count different people: “Floating population” counts", found.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_with_the_same_count_is_not_another_number()
    {
        var asked = Table("floating", "floating", "Floating population", 375.8);

        Assert.Null(LookAlike.Of(asked, asked.Observations[0], [asked, Table("yearbook", "floating", "Floating population again", 375.8)]));
    }

    [Theory]
    [InlineData(StatisticShape.Breakdown, "2020")]
    [InlineData(StatisticShape.Series, "1990")]
    public void A_part_of_another_whole_and_a_number_of_other_times_are_taken_for_nothing(StatisticShape shape, string row)
    {
        var asked = Table("floating", "floating", "Floating population", 375.8);

        Assert.Null(LookAlike.Of(asked, asked.Observations[0], [Table("other", "other", "Other", 376, shape, row)]));
    }

    [Fact]
    public void A_territory_tells_two_numbers_apart_too()
    {
        var asked = Table("floating", "floating", "Floating population", 375.8);

        Assert.Contains("different territories", LookAlike.Of(asked, asked.Observations[0], [Table("town", "floating", "In town", 376, territory: "one town")])!.Difference);
    }

    private static Statistic Table(string slug, string counts, string label, double value, StatisticShape shape = StatisticShape.Series, string row = "2020", string territory = "the country") => new()
    {
        Key = $"statistics/{slug}",
        Slug = slug,
        Title = label,
        File = $"statistics/{slug}.md",
        Shape = shape,
        Unit = "million people",
        Territory = territory,
        Producer = "Office",
        Series = [new() { StatisticKey = $"statistics/{slug}", Name = "total", Position = 0, Label = label, Counts = counts, Definition = $"those of {slug}", Unit = "million people" }],
        Observations =
        [
            new() { StatisticKey = $"statistics/{slug}", Row = row, Column = "total", Position = 0, Value = value, Written = $"{value}", Status = ObservationStatus.Final, Unit = "million people", Date = shape == StatisticShape.Series ? null : row },
        ],
    };
}
