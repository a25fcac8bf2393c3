using LastTrainHome.Library;
using Xunit;

namespace LastTrainHome.Tests.Library;

public sealed class ComparisonTests
{
    private static readonly Comparand Outbound = Of("Migrant workers", "outbound", "Outbound migrant workers", "nbs-waichu", "Workers outside their home township.");
    private static readonly Comparand Floating = Of("Floating population", "total", "Floating population", "nbs-liudong", "Everyone away from the place of registration. Any age");

    [Fact]
    public void Series_that_count_the_same_share_an_axis()
    {
        var forecast = Of("Forecasts", "outbound", "Expected", "nbs-waichu", "As expected");

        var comparison = Comparison.Of([Outbound, forecast]);

        Assert.Null(comparison.Refusal);
        Assert.Equal([Outbound, forecast], Assert.Single(comparison.Panels));
    }

    [Fact]
    public void Series_that_count_different_people_are_refused_and_say_whom()
    {
        var comparison = Comparison.Of([Outbound, Floating]);

        Assert.Equal(
            "These count different people: “Outbound migrant workers” counts workers outside their home township; “Floating population” counts everyone away from the place of registration; Any age.",
            comparison.Refusal);
        Assert.Equal([[Outbound], [Floating]], comparison.Panels);
    }

    [Fact]
    public void What_is_no_people_is_things()
    {
        var trips = With(Outbound, counts: "trips", unit: "million trips", definition: "NDRC trips");

        Assert.Equal(
            "These count different things: “Outbound migrant workers” (Migrant workers) counts workers outside their home township; “Outbound migrant workers” (Migrant workers) counts NDRC trips.",
            Comparison.Of([Outbound, trips]).Refusal);
    }

    [Fact]
    public void Different_units_are_refused() => Assert.Equal(
        "These are in different units: “Outbound migrant workers” is in million people; “Share” is in percent.",
        Comparison.Of([Outbound, With(Outbound, label: "Share", unit: "percent")]).Refusal);

    [Fact]
    public void Different_territories_are_refused() => Assert.Equal(
        "These cover different territories: “Outbound migrant workers” is about the whole country; “Outbound, one province” is about one province.",
        Comparison.Of([Outbound, With(Outbound, label: "Outbound, one province") with { Territory = "one province" }]).Refusal);

    [Fact]
    public void Periods_and_categories_are_refused() => Assert.Equal(
        "These have no common scale along the axis: “Outbound migrant workers” runs over time; “By age” has categories of one date.",
        Comparison.Of([Outbound, With(Outbound, label: "By age") with { Shape = StatisticShape.Breakdown }]).Refusal);

    [Fact]
    public void Categories_of_two_tables_are_refused_but_columns_of_one_table_are_not()
    {
        var young = Of("Ages", "young", "Young", "c", "d") with { Shape = StatisticShape.Breakdown };
        var old = Of("Ages", "old", "Old", "c", "d") with { Shape = StatisticShape.Breakdown };
        var figure = Of("Figures", "value", "Value", "c", "d") with { Shape = StatisticShape.Figures };

        Assert.Null(Comparison.Of([young, old]).Refusal);
        Assert.Equal(
            "These have no common scale along the axis: “Old” has categories of one date; “Value” holds single figures.",
            Comparison.Of([old, figure]).Refusal);
    }

    [Fact]
    public void The_first_difference_that_matters_is_named()
    {
        var everything = With(Outbound, label: "Other", counts: "other", unit: "percent") with { Territory = "elsewhere" };

        Assert.StartsWith("These count different", Comparison.Of([Outbound, everything]).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_series_those_that_may_share_a_panel_do()
    {
        var local = With(Outbound, label: "Local", counts: "nbs-bendi");
        var again = Of("Earlier survey", "outbound", "Earlier", "nbs-waichu", "d");

        var comparison = Comparison.Of([Outbound, Floating, again, local, Outbound]);

        Assert.Equal([[Outbound, again], [Floating], [local]], comparison.Panels);
        Assert.Contains("“Floating population” counts", comparison.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_series_or_none_needs_no_refusal()
    {
        Assert.Null(Comparison.Of([Outbound, Outbound]).Refusal);
        Assert.Empty(Comparison.Of([]).Panels);
    }

    [Fact]
    public void A_statistic_lends_its_title_and_territory()
    {
        var statistic = new Statistic
        {
            Key = "statistics/a",
            Slug = "a",
            Title = "A",
            File = "statistics/a.md",
            Shape = StatisticShape.Breakdown,
            Unit = "percent",
            Territory = "a town",
            Producer = "P",
            Series = [Outbound.Series],
        };

        Assert.Equal(new("A", "a town", StatisticShape.Breakdown, Outbound.Series), new Comparand(statistic, statistic.Series[0]));
    }

    private static Comparand Of(string title, string name, string label, string counts, string definition, string unit = "million people") =>
        new(title, "the whole country", StatisticShape.Series, new Series
        {
            StatisticKey = $"statistics/{title}",
            Name = name,
            Position = 0,
            Label = label,
            Counts = counts,
            Definition = definition,
            Unit = unit,
        });

    private static Comparand With(Comparand like, string? label = null, string? counts = null, string? unit = null, string? definition = null) =>
        Of(like.Title, $"{like.Series.Name}-{label}-{counts}-{unit}", label ?? like.Series.Label, counts ?? like.Series.Counts, definition ?? like.Series.Definition, unit ?? like.Series.Unit);
}
