using System.Globalization;
using System.Text.RegularExpressions;
using LastTrainHome.Web;
using LastTrainHome.Web.Layout;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>The style sheets keep what docs/design.md and /about/design say of them.</summary>
public sealed partial class DesignTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Sheets =
        [.. Directory.EnumerateFiles(Repository.Path("src", "LastTrainHome", "wwwroot", "css"), "*.css").Select(File.ReadAllText)];

    private static readonly Palette Colours = Palette.Read(File.ReadAllText(Repository.Path("src", "LastTrainHome", "wwwroot", "css", "site.css")));

    public static TheoryData<string, string> Uses
    {
        get
        {
            var uses = new TheoryData<string, string>();
            foreach (var use in Palette.Uses)
                uses.Add(use.Front, use.Back);
            return uses;
        }
    }

    [Theory]
    [InlineData("#000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.47)]
    [InlineData("#ffffff", "#777", 4.47)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_counted_as_everybody_counts_it(string one, string other, double contrast) =>
        Assert.Equal(contrast, Palette.Contrast(one, other));

    [Theory, MemberData(nameof(Uses))]
    public void A_colour_is_read_well_enough_on_its_ground_by_day_and_by_night(string front, string back)
    {
        var use = Palette.Uses.Single(use => use.Front == front && use.Back == back);
        var (light, dark) = Colours.Contrast(use);

        Assert.True(light >= use.Least, $"{front} on {back} by day: {light}");
        Assert.True(dark >= use.Least, $"{front} on {back} by night: {dark}");
    }

    [Fact]
    public async Task The_docs_and_the_page_give_the_figures_of_the_style_sheet()
    {
        var docs = await File.ReadAllTextAsync(Repository.Path("docs", "design.md"), TestContext.Current.CancellationToken);
        var html = await site.ReadAsync("/about/design");

        foreach (var use in Palette.Uses)
        {
            var (light, dark) = Colours.Contrast(use);
            var (least, day, night) = (use.Least.ToString(CultureInfo.InvariantCulture), light.ToString("0.00", CultureInfo.InvariantCulture), dark.ToString("0.00", CultureInfo.InvariantCulture));
            Assert.Contains($"| `{use.Front}` on `{use.Back}` | {least} | {day} | {night} | {use.For} |", docs);
            Assert.Matches($"<code>{use.Front}</code> on <code>{use.Back}</code></td>\\s*<td class=\"num\">{least}</td>\\s*<td class=\"num\">{day}</td>[\\s\\S]{{0,200}}<td class=\"num\">{night}</td>", html);
        }
    }

    [Fact]
    public void Every_property_that_a_rule_asks_for_is_set_somewhere()
    {
        var set = Sheets.SelectMany(sheet => Set().Matches(sheet)).Select(property => property.Groups[1].Value).ToHashSet();

        Assert.Empty(Sheets.SelectMany(sheet => Asked().Matches(sheet)).Select(property => property.Groups[1].Value).Except(set));
    }

    [Fact]
    public void Every_layer_has_its_place_in_the_order()
    {
        var order = Layers().Match(Sheets.Single(sheet => sheet.Contains("@layer reset,", StringComparison.Ordinal))).Groups[1].Value.Split(", ");

        Assert.Empty(Sheets.SelectMany(sheet => Layer().Matches(sheet)).Select(layer => layer.Groups[1].Value).Except(order));
    }

    /// <summary>The browser tests rely on it: by night they ask of a page what depends on colours, and not all the rest again.</summary>
    [Fact]
    public void Night_changes_colours_and_nothing_else()
    {
        Assert.All(Sheets, sheet => Assert.DoesNotContain("prefers-color-scheme", sheet, StringComparison.Ordinal));
        Assert.Equal(["{ color-scheme: light }", "{ color-scheme: dark }"], Sheets.SelectMany(sheet => Theme().Matches(sheet)).Select(rule => rule.Groups[1].Value));
        Assert.All(Sheets.SelectMany(sheet => ByLight().Matches(sheet)), pair => Assert.Matches("^light-dark\\(#[0-9a-f]{3,8}, #[0-9a-f]{3,8}\\)$", pair.Value));
    }

    [Fact]
    public void The_links_of_a_text_are_numbered_by_where_they_lead_and_those_within_the_page_are_not()
    {
        var text = LinkTargets.Number("<p><a class=\"term\" href=\"/terms/a\">a</a> <a href=\"#source-b\">b</a> <a href=\"https://c.example/?d&amp;e\" rel=\"external\">c</a> <a class=\"term\" href=\"/terms/a\">again</a></p>");

        Assert.Equal(["/terms/a", "https://c.example/?d&amp;e"], text.Targets);
        Assert.Equal("<p><a class=\"term\" href=\"/terms/a\" data-n=\"1\">a</a> <a href=\"#source-b\">b</a> <a href=\"https://c.example/?d&amp;e\" data-n=\"2\" rel=\"external\">c</a> <a class=\"term\" href=\"/terms/a\" data-n=\"1\">again</a></p>", text.Html);
    }

    [Fact]
    public async Task A_chapter_lists_the_addresses_of_its_numbered_links_for_paper()
    {
        var html = await site.ReadAsync("/sections/the-pans");
        var numbers = Numbered().Matches(html).Select(link => int.Parse(link.Groups[1].Value, CultureInfo.InvariantCulture)).ToHashSet();
        var listed = html[html.IndexOf("class=\"link-targets\"", StringComparison.Ordinal)..];

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Max(), Regex.Count(listed[..listed.IndexOf("</section>", StringComparison.Ordinal)], "<li>http://localhost/"));
    }

    [Fact]
    public async Task A_theme_stands_on_the_line_of_all_themes_and_is_marked_there_and_in_the_head()
    {
        var html = await site.ReadAsync("/themes/salt");

        Assert.Contains("<a href=\"/themes/salt\" aria-current=\"page\">", html);
        Assert.Contains("<b aria-current=\"true\">", html);
        Assert.Contains("<li><a href=\"/themes/wages\">", html[html.IndexOf("aria-label=\"All themes\"", StringComparison.Ordinal)..]);
    }

    [GeneratedRegex(@"(--[a-z0-9-]+):")]
    private static partial Regex Set();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Asked();

    [GeneratedRegex("@layer (reset,[^;]+);")]
    private static partial Regex Layers();

    [GeneratedRegex(@"@layer ([a-z]+) \{")]
    private static partial Regex Layer();

    [GeneratedRegex(@"\[data-theme[^{]*(\{[^}]*\})")]
    private static partial Regex Theme();

    [GeneratedRegex(@"light-dark\([^)]*\)")]
    private static partial Regex ByLight();

    [GeneratedRegex("data-n=\"(\\d+)\"")]
    private static partial Regex Numbered();
}
