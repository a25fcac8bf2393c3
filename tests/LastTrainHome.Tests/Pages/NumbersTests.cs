using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;
using static LastTrainHome.Tests.Pages.ReadingTests;

namespace LastTrainHome.Tests.Pages;

/// <summary>Statistics, what one takes away of them, and comparisons.</summary>
public sealed class NumbersTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_series_shows_chart_breaks_rows_and_who_quotes_them()
    {
        var html = await site.ReadAsync("/statistics/workers");

        AssertInOrder(
            html,
            "Salt Office", "the estuary", "<h1>Saltworkers</h1>", "<svg class=\"chart\"", "Who is counted", "Workers in the salt harvest, in any month",
            "1996: counting changed here, All saltworkers", "Summer helpers are counted from now on.",
            "<tr id=\"1990\">", "id=\"1990-all\"", "6.5", "id=\"1990-away\"", "1.20", "<tr id=\"1998\">", "forecast", "expected, &quot;if the sea allows&quot;",
            "href=\"#source-petrov-2001\"", "preliminary", "A method.", "href=\"/compare?series=workers/all,harvest-hands/hands\"",
            "Where these numbers are quoted", "8.1 thousand", "href=\"/claims/all-left\"", "How to cite", "id=\"source-petrov-2001\"");
    }

    [Fact]
    public async Task A_change_that_a_text_quotes_has_a_place_with_both_figures_and_the_sum() =>
        AssertInOrder(
            await site.ReadAsync("/statistics/workers"),
            "id=\"1990-away\"", "<div id=\"1990..1995-away\">", "<a href=\"#1990-away\">1990</a> to <a href=\"#1995-away\">1995</a>", "Away from home",
            "75.0 %, &#x2B;0.90 thousand people", "2.10 − 1.20 = 0.90 thousand people; 0.90 ÷ 1.20 = 75.0 %", "href=\"/statistics/workers#1990..1995-away\">75 %</a>");

    [Fact]
    public async Task A_gap_says_that_there_is_no_figure() =>
        AssertInOrder(await site.ReadAsync("/statistics/workers"), "id=\"1991-away\"", "no figure");

    [Fact]
    public async Task A_breakdown_is_drawn_as_bars_and_a_figure_as_a_ticket()
    {
        AssertInOrder(await site.ReadAsync("/statistics/ages"), "role=\"img\" aria-label=\"Bar chart. Share, percent. Up to 30: 41.5; Over 30: 58.5.\"", "width=\"41.5%\"", "id=\"to-30\"", "calculated", "100 - 41.5");
        AssertInOrder(await site.ReadAsync("/statistics/the-storm"), "id=\"stranded\"", "id=\"stranded-value\"", "12,500", "people", "as quoted", "People who could not cross", "2 November 1997", "the paper says nearly");
    }

    [Fact]
    public async Task Each_row_of_the_csv_carries_its_definition_standing_source_and_rights()
    {
        using var answer = await site.Reader.GetAsync("/statistics/workers.csv", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Equal(("text/csv", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Equal("workers.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("statistic,row,label,date,column,column_label,value,unit,definition,status,note,counting_changed,sources,territory,producer,rights,licence,address", lines[0]);
        Assert.Equal("workers,1990,,,all,All saltworkers,6.5,thousand people,\"Workers in the salt harvest, in any month\",final,,,Petrov 2001,the estuary,Salt Office,The film belongs to its makers.,CC BY 4.0,http://localhost/statistics/workers", lines[1]);
        Assert.StartsWith("workers,1991,,,away,Away from home,,thousand people,Saltworkers whose home is not on the estuary,gap,,,,", lines[4], StringComparison.Ordinal);
        Assert.Contains(",8.1,thousand people,\"Workers in the salt harvest, in any month\",final,,Summer helpers are counted from now on.,", lines[7]);
        Assert.Contains(",forecast,\"expected, \"\"if the sea allows\"\"\",", lines[9]);
        Assert.Equal(12, lines.Length);
    }

    [Fact]
    public async Task The_json_carries_the_same_in_a_tree()
    {
        using var answer = await site.Reader.GetAsync("/statistics/workers.json", TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var statistic = JsonDocument.Parse(bytes).RootElement;

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("series", statistic.GetProperty("shape").GetString());
        Assert.Equal("salt-migrants", statistic.GetProperty("columns")[1].GetProperty("counts").GetString());
        Assert.Equal("1996", statistic.GetProperty("breaks")[0].GetProperty("at").GetString());
        Assert.Equal(10, statistic.GetProperty("observations").GetArrayLength());
        Assert.Equal(1.20, statistic.GetProperty("observations")[1].GetProperty("value").GetDouble());
        Assert.Equal("1.20", statistic.GetProperty("observations")[1].GetProperty("written").GetString());
        Assert.Equal("CC BY 4.0", statistic.GetProperty("licence").GetString());
        Assert.Equal("Salt Office: “Saltworkers” (thousand people, the estuary). As collected in the study of Salt Road, http://localhost/statistics/workers.", statistic.GetProperty("how_to_cite").GetString());
        Assert.Contains("“Walking on white.”", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Unlike_counts_are_refused_one_axis_with_the_reason()
    {
        var html = await site.ReadAsync("/compare?series=workers/all,workers/away");

        AssertInOrder(html, "Not on one axis.", "These count different", "Workers in the salt harvest", "whose home is not on the estuary");
        Assert.Equal(2, html.Split("<svg class=\"chart\"").Length - 1);
    }

    [Fact]
    public async Task Like_counts_share_one_axis()
    {
        var html = await site.ReadAsync("/compare?series=workers/all&series=harvest-hands/hands");

        Assert.DoesNotContain("Not on one axis.", html);
        Assert.Equal(2, html.Split("<svg class=\"chart\"").Length);
        AssertInOrder(html, "On one axis.", "(thousand people)", "(the estuary)", "class=\"line line-1\"", "class=\"line line-2\"");
    }

    [Fact]
    public async Task An_unknown_series_is_named_and_an_empty_comparison_offers_a_choice()
    {
        Assert.Contains("There is no number “workers/nobody”.", await site.ReadAsync("/compare?series=workers/nobody"));
        Assert.Contains("There is no number “nonsense”.", await site.ReadAsync("/compare?series=nonsense"));
        Assert.Contains("<option value=\"harvest-hands/hands\">", await site.ReadAsync("/compare"));
    }

    [Theory]
    [InlineData("workers/al", "/compare?series=workers/all")]
    [InlineData("worker/all", "/compare?series=workers/all")]
    [InlineData("workers", "/compare?series=workers/all")]
    [InlineData("harvest-hands/hands,workers/ll", "/compare?series=harvest-hands/hands,workers/all")]
    public async Task What_was_probably_meant_is_offered_with_what_else_was_asked_for(string series, string address) =>
        AssertInOrder(await site.ReadAsync("/compare?series=" + series), "There is no number", "Did you mean", $"href=\"{address}\"");

    [Fact]
    public async Task Nothing_like_it_leads_to_all_numbers() =>
        AssertInOrder(await site.ReadAsync("/compare?series=%3Cscript%3E/x"), "There is no number “&lt;script&gt;/x”.", "href=\"/statistics\"");

    [Fact]
    public async Task An_empty_comparison_shows_a_pair_that_may_share_an_axis_and_one_that_may_not()
    {
        var html = await site.ReadAsync("/compare");

        AssertInOrder(html, "For example", "href=\"/compare?series=workers/all,harvest-hands/hands\"", "<b>On one axis.</b>", "<b>Not on one axis.</b>", "These count different");
        Assert.DoesNotContain("<svg class=\"chart\"", html);
    }

    [Fact]
    public async Task One_number_is_chosen_already_and_a_second_is_asked_for()
    {
        var html = await site.ReadAsync("/compare?series=workers/all");

        AssertInOrder(html, "<option value=\"workers/all\" selected=\"selected\">", "id=\"_series-1\"", "Now choose a second number");
        Assert.Contains("That is the same number twice.", await site.ReadAsync("/compare?series=workers/all&series=workers/all"));
    }

    [Fact]
    public async Task At_most_four_numbers_stand_side_by_side() =>
        Assert.Contains("At most 4 numbers", await site.ReadAsync("/compare?series=workers/all,workers/away,harvest-hands/hands,a/b,c/d"));

    [Fact]
    public async Task The_overview_shows_each_number_in_miniature_with_its_ends_and_who_is_counted() =>
        AssertInOrder(
            await site.ReadAsync("/statistics"),
            "href=\"/statistics?theme=salt\"", "href=\"/themes/salt\"", "href=\"/statistics/workers\"", "thousand people · All saltworkers", "<svg class=\"spark\"",
            "1990 <b>6.5</b>", "1998 <b>9.0</b>", "forecast", "Who is counted", "Workers in the salt harvest", "href=\"/themes/wages\"", "Up to 30", "41.5",
            "href=\"/themes/weather\"", "12,500", "Stranded on the causeway", "Other numbers", "Harvest hands");

    [Fact]
    public async Task The_overview_shows_one_theme_alone_and_says_when_there_is_none()
    {
        var wages = await site.ReadAsync("/statistics?theme=wages");

        Assert.Contains("Ages in the pans", wages);
        Assert.DoesNotContain("Harvest hands", wages);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/statistics?theme=wages\">", wages);
        AssertInOrder(await site.ReadAsync("/statistics?theme=%3Cb%3E"), "No numbers stand under a theme “&lt;b&gt;”", "Harvest hands");
    }

    [Theory]
    [InlineData("bib", "application/x-bibtex", "@article{petrov-2001,")]
    [InlineData("ris", "application/x-research-info-systems", "TI  - Walking on white")]
    [InlineData("json", "application/vnd.citationstyles.csl+json", "[{\"id\":\"petrov-2001\",")]
    public async Task A_source_is_taken_into_ones_own_bibliography(string extension, string type, string holds)
    {
        using var answer = await site.Reader.GetAsync($"/sources/petrov-2001.{extension}", TestContext.Current.CancellationToken);

        Assert.Equal((type, "utf-8"), (answer.Content.Headers.ContentType!.MediaType!, answer.Content.Headers.ContentType.CharSet!));
        Assert.Contains(holds, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/statistics/nothing.csv")]
    [InlineData("/statistics/nothing.json")]
    [InlineData("/sources/nothing.json")]
    public async Task What_is_not_there_cannot_be_taken_away(string address)
    {
        using var answer = await site.Reader.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
