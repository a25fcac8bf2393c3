using System.Globalization;
using System.Xml.Linq;
using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using Xunit;

namespace LastTrainHome.Tests.Pages.Charts;

/// <summary>What a chart draws, and what it refuses to draw.</summary>
public sealed class ChartTests
{
    [Fact]
    public void Series_that_count_different_people_get_panels_of_their_own()
    {
        var panels = Panel.Of(Statistic([("all", "workers", "people"), ("away", "migrants", "people"), ("pay", "workers", "roubles")], ("1990", "1", "2", "3")));

        Assert.Equal(["all", "away", "pay"], panels.Select(panel => panel.Title));
    }

    [Fact]
    public void Series_that_count_the_same_people_in_the_same_unit_share_a_panel()
    {
        var panels = Panel.Of(Statistic([("made", "trips", "trips"), ("expected", "trips", "trips")], ("1990", "1", "2")));

        Assert.Equal(["made", "expected"], Assert.Single(panels).Lines.Select(line => line.Name));
    }

    [Fact]
    public void No_line_crosses_a_break()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "1"), ("1991", "2"), ("1992", "3"));
        statistic.Breaks.Add(new() { StatisticKey = "", Position = 0, At = "1992", Note = "Now with helpers." });

        Assert.Equal(["1990-1991"], Joined(statistic));
        Assert.Equal("1992: counting changed here", Assert.Single(Texts(statistic, "break")));
    }

    [Fact]
    public void A_break_before_the_first_figure_parts_nothing_and_is_not_marked()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "1"), ("1991", "2"));
        statistic.Breaks.Add(new() { StatisticKey = "", Position = 0, At = "1990", Note = "The count begins." });

        Assert.Equal(["1990-1991"], Joined(statistic));
        Assert.Empty(Texts(statistic, "break"));
    }

    [Fact]
    public void A_break_of_another_column_leaves_a_line_whole()
    {
        var statistic = Statistic([("all", "workers", "people"), ("away", "migrants", "people")], ("1990", "1", "1"), ("1991", "2", "2"));
        statistic.Breaks.Add(new() { StatisticKey = "", Position = 0, At = "1991", Columns = ["away"], Note = "" });

        Assert.Equal(["1990-1991"], Joined(statistic));
        Assert.Empty(Joined(statistic, column: 1));
    }

    [Fact]
    public void A_gap_stays_a_gap_and_a_point_alone_is_drawn()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "1"), ("1991", ""), ("1992", "3"), ("1993", "4"));

        Assert.Equal(["1992-1993"], Joined(statistic));
        Assert.Equal(3, Dots(statistic).Count());
    }

    [Fact]
    public void A_forecast_is_drawn_apart_and_never_joined_to_what_happened()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "1"), ("1991", "2"), ("1992", "3 forecast"), ("1993", "4 forecast"), ("1994", "5 quoted"));

        Assert.Equal(["1990-1991", "1992-1993", "1993-1994"], Joined(statistic));
        Assert.Equal(3, Dots(statistic).Count(dot => (string?)dot.Attribute("class") == "dot apart"));
        Assert.Equal(2, Draw(statistic).Descendants("line").Count(line => (string?)line.Attribute("class") == "apart"));
    }

    [Fact]
    public void Time_is_drawn_to_scale_over_long_gaps()
    {
        var across = Dots(Statistic([("all", "workers", "people")], ("1954", "1"), ("2004", "2"), ("2014", "3"), ("2054", "4")))
            .Select(circle => double.Parse(((string)circle.Attribute("cx")!).TrimEnd('%'), CultureInfo.InvariantCulture));

        Assert.Equal([0, 50, 60, 100], across);
    }

    [Theory]
    [InlineData("2008", 2008.5)]
    [InlineData("2008-Q1", 2008.125)]
    [InlineData("2008-Q4", 2008.875)]
    [InlineData("2008-01", 2008.0417)]
    [InlineData("2008-07-01", 2008.4986)]
    public void A_period_stands_at_its_middle(string period, double year) => Assert.Equal(year, TimeAxis.YearOf(period), 0.0005);

    [Fact]
    public void The_axis_begins_at_zero_and_panels_of_like_size_share_their_scale()
    {
        var scales = Scale.ForEach(Panel.Of(Statistic([("all", "workers", "people"), ("away", "migrants", "people"), ("few", "captains", "people"), ("pay", "pay", "roubles")], ("1990", "300", "90", "2", "900"), ("1995", "310", "80", "", ""))));

        Assert.All(scales, scale => Assert.Equal(0, scale.Bottom));
        Assert.All(scales, scale => Assert.Equal((1990.5, 1995.5), (scale.From, scale.To)));
        Assert.Equal([400, 100, 2, 1000], scales.Select(scale => scale.Top));

        var alike = Scale.ForEach(Panel.Of(Statistic([("all", "workers", "people"), ("away", "migrants", "people")], ("1990", "300", "90"))));
        Assert.Equal([300, 300], alike.Select(scale => scale.Top));
    }

    [Fact]
    public void Years_under_the_axis_are_few_enough_for_a_phone()
    {
        var scale = new Scale(1954.5, 2025.5, 0, 1, 1);

        Assert.Equal([1960, 1980, 2000, 2020], scale.Years().Where(year => !year.IsFine).Select(year => year.Year));
        Assert.Equal([1970, 1990, 2010], scale.Years().Where(year => year.IsFine).Select(year => year.Year));
    }

    [Fact]
    public void The_last_and_the_first_value_stand_at_the_line()
    {
        var drawn = Draw(Statistic([("all", "workers", "people")], ("1990", "1.50"), ("1995", "2"), ("2000", "12345.6")));

        Assert.Equal(["12,345.6", "1.50"], drawn.Descendants("text").Where(text => ((string?)text.Attribute("class"))?.StartsWith("name", StringComparison.Ordinal) == true).Select(text => text.Value));
    }

    [Fact]
    public void The_alternative_text_says_what_the_rows_say()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "1.50"), ("1991", ""), ("1992", "7"), ("1993", "3"), ("1994", "9 forecast"));
        statistic.Breaks.Add(new() { StatisticKey = "", Position = 0, At = "1992", Note = "Now with helpers" });

        Assert.Equal(
            "Line chart. all, people. From 1.50 in 1990 to 3 in 1993. Highest 7 in 1992. One gap between them. Forecast: 9 for 1994. Counting changed here, 1992: Now with helpers.",
            (string?)Draw(statistic).Attribute("aria-label"));
    }

    [Fact]
    public void A_single_figure_and_none_at_all_can_be_drawn()
    {
        Assert.Equal("50%", (string?)Dots(Statistic([("all", "workers", "people")], ("1990", "5"))).Single().Attribute("cx"));
        Assert.Empty(Panel.Of(Statistic([("all", "workers", "people")], ("1990", ""))));
        Assert.Single(Panel.Of(Statistic([("all", "workers", "people")], ("1990", "0"))));
    }

    [Fact]
    public void Words_stand_on_no_line_and_on_no_other_words()
    {
        var labels = new Labels(0, 200);
        labels.Avoid(0, 60, 100, 60);

        var first = labels.TakeBeside(50, 80, "a name");
        Assert.Equal(99, first!.Y);
        Assert.Null(labels.TakeBeside(50, 190, "a very, very, very, very, very long name that fits nowhere"));
        Assert.NotEqual(first, labels.TakeBeside(50, 80, "a name"));
    }

    [Fact]
    public void A_share_is_drawn_against_the_whole_and_a_number_against_the_largest()
    {
        var shares = Statistic([("share", "workers", "percent")], ("young", "25"), ("old", ""));
        var people = Statistic([("count", "workers", "people")], ("young", "25"), ("old", "50"));

        Assert.Equal(["25%", "0%"], Bars.Of(shares).Single().Rows.Select(bar => bar.Length));
        Assert.Equal(["50%", "100%"], Bars.Of(people).Single().Rows.Select(bar => bar.Length));
        Assert.Equal("Bar chart. share, percent. young: 25; old: no figure.", AltText.Of(Bars.Of(shares).Single()));
    }

    [Fact]
    public void Each_point_is_a_link_to_its_row_and_says_its_value_with_unit_and_standing()
    {
        var links = Draw(Statistic([("all", "workers", "million people")], ("1990", "1.50"), ("1991", ""), ("1992", "7"), ("1993", "9 forecast"))).Descendants("a").ToList();

        Assert.Equal(["1990: 1.50 million people", "1992: 7 million people", "1993: 9 million people, forecast"], links.Select(link => (string?)link.Attribute("aria-label")));
        Assert.Equal(["/statistics/#1990-all", "/statistics/#1992-all", "/statistics/#1993-all"], links.Select(link => (string?)link.Attribute("href")));
        Assert.All(links, link => Assert.Equal((string?)link.Attribute("aria-label"), link.Element("text")!.Value));
    }

    [Fact]
    public void Where_lines_share_an_axis_a_point_says_whose_it_is()
    {
        var links = Draw(Statistic([("made", "trips", "trips"), ("expected", "trips", "trips")], ("1990", "1", "2"))).Descendants("a");

        Assert.Equal(["made, 1990: 1 trips", "expected, 1990: 2 trips"], links.Select(link => (string?)link.Attribute("aria-label")));
    }

    [Fact]
    public void A_long_series_keeps_every_point_in_reach_though_its_dots_are_hidden()
    {
        var rows = Enumerable.Range(1950, 60).Select(year => (object)($"{year}", "5")).ToArray();
        var drawn = Draw(Statistic([("all", "workers", "people")], rows));

        Assert.Equal(60, drawn.Descendants("a").Count(link => link.Attribute("aria-label") is not null));
        Assert.Equal(58, drawn.Descendants("circle").Count(circle => (string?)circle.Attribute("class") == "dot quiet"));
    }

    [Fact]
    public void The_unit_stands_on_the_axis_and_what_is_no_outcome_is_named_where_it_stands()
    {
        var drawn = Draw(Statistic([("all", "workers", "people")], ("1990", "1"), ("2000", "2"), ("2010", "9 forecast")));

        Assert.Equal("people", drawn.Descendants("text").Single(text => (string?)text.Attribute("class") == "of").Value);
        Assert.Contains(drawn.Descendants("text"), text => text.Value == "forecast");
    }

    [Fact]
    public void Only_the_points_are_read_out_and_not_the_drawing_round_them() =>
        Assert.All(
            Draw(Statistic([("all", "workers", "people")], ("1990", "1"), ("2000", "2"))).Elements().Where(element => !element.Descendants("a").Any()),
            element => Assert.Equal("true", (string?)element.Attribute("aria-hidden")));

    [Fact]
    public void A_miniature_stands_on_its_own_foot_crosses_no_break_and_marks_its_last_value()
    {
        var statistic = Statistic([("all", "workers", "people")], ("1990", "50"), ("1991", "60"), ("1992", "100"), ("1993", "90"));
        statistic.Breaks.Add(new() { StatisticKey = "", Position = 0, At = "1992", Note = "" });
        var drawn = XElement.Parse(Sparkline.Draw(Panel.Of(statistic)[0].Lines[0]));

        Assert.Equal(2, drawn.Elements("line").Count(line => line.Attribute("class") is null));
        Assert.Equal("48", (string?)drawn.Elements("line").Single(line => (string?)line.Attribute("class") == "foot").Attribute("y1"));
        Assert.Equal("100%", (string?)drawn.Elements("circle").Single().Attribute("cx"));
    }

    private static IEnumerable<XElement> Dots(Statistic statistic) =>
        Draw(statistic).Descendants("circle").Where(circle => ((string?)circle.Attribute("class"))?.StartsWith("dot", StringComparison.Ordinal) == true);

    private static XElement Draw(Statistic statistic) => XElement.Parse(LineChart.Draw(Panel.Of(statistic))[0]);

    private static IEnumerable<string> Joined(Statistic statistic, int column = 0) =>
        ChartLayout.Steps(Panel.Of(statistic)[column].Lines[0]).Select(step => $"{step.From.Period}-{step.To.Period}");

    private static IEnumerable<string> Texts(Statistic statistic, string group) =>
        Draw(statistic).Elements("g").Where(element => (string?)element.Attribute("class") == group).Descendants("text").Select(text => text.Value);

    // A column is its name, what it counts and its unit; a cell its value as written and, where it is not final, its standing.
    private static Statistic Statistic((string Name, string Counts, string Unit)[] columns, params object[] rows) => new()
    {
        Key = "",
        Slug = "",
        Title = "",
        File = "",
        Shape = StatisticShape.Series,
        Unit = "",
        Territory = "",
        Producer = "",
        Series = [.. columns.Select((column, position) => new Series
        {
            StatisticKey = "", Name = column.Name, Position = position, Label = column.Name, Counts = column.Counts, Definition = column.Counts, Unit = column.Unit,
        })],
        Observations = [.. rows.Cast<System.Runtime.CompilerServices.ITuple>().SelectMany((row, position) => columns.Select((column, at) => Cell((string)row[0]!, column, position, (string)row[at + 1]!)))],
    };

    private static Observation Cell(string row, (string Name, string Counts, string Unit) column, int position, string cell)
    {
        var parts = cell.Split(' ');
        return new()
        {
            StatisticKey = "",
            Row = row,
            Column = column.Name,
            Position = position,
            Unit = column.Unit,
            Written = parts[0],
            Value = parts[0].Length == 0 ? null : double.Parse(parts[0], CultureInfo.InvariantCulture),
            Status = parts.Length > 1 ? Enum.Parse<ObservationStatus>(parts[1], ignoreCase: true) : ObservationStatus.Final,
        };
    }
}
