using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LastTrainHome.Library;
using Xunit;
using static LastTrainHome.Tests.Pages.ReadingTests;

namespace LastTrainHome.Tests.Pages;

/// <summary>What pages tell other programs.</summary>
public sealed partial class ProgramsTests(Site site, UnkindSite unkind) : IClassFixture<Site>, IClassFixture<UnkindSite>
{
    [Fact]
    public async Task A_statistic_is_a_dataset_with_its_columns_and_downloads()
    {
        var data = Data(await site.ReadAsync("/statistics/workers"));

        Assert.Equal("Dataset", data.GetProperty("@type").GetString());
        Assert.Equal("http://localhost/statistics/workers", data.GetProperty("url").GetString());
        Assert.Equal("1990/1998", data.GetProperty("temporalCoverage").GetString());
        Assert.Equal("Workers in the salt harvest, in any month", data.GetProperty("variableMeasured")[0].GetProperty("description").GetString());
        Assert.Equal("thousand people", data.GetProperty("variableMeasured")[1].GetProperty("unitText").GetString());
        Assert.Equal(["http://localhost/statistics/workers.csv", "http://localhost/statistics/workers.json"], data.GetProperty("distribution").EnumerateArray().Select(form => form.GetProperty("contentUrl").GetString()));
        Assert.Equal("CC BY 4.0", data.GetProperty("license").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/sections/the-pans", "Article", "The pans & the sea")]
    [InlineData("/themes/salt", "CollectionPage", "Salt")]
    [InlineData("/terms/promysel", "DefinedTerm", "promysel")]
    [InlineData("/places/ust", "Place", "Ust")]
    [InlineData("/lessons/one-hour", "LearningResource", "One hour of salt")]
    public async Task A_page_says_what_it_is(string address, string type, string name)
    {
        var data = Data(await site.ReadAsync(address));

        Assert.Equal((type, name), (data.GetProperty("@type").GetString(), data.GetProperty("name").GetString()));
        Assert.Equal("http://localhost" + address, data.GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_front_page_names_the_film_and_the_essay_on_it()
    {
        var film = Data(await site.ReadAsync("/")).GetProperty("@graph")[1];

        Assert.Equal(("Movie", "Соляной путь", "Anna Verkhova"), (film.GetProperty("@type").GetString(), film.GetProperty("alternateName").GetString(), film.GetProperty("director").GetProperty("name").GetString()));
        Assert.Equal("I. Petrov", film.GetProperty("subjectOf").GetProperty("author")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/claims/all-left")]
    [InlineData("/people/vera")]
    [InlineData("/timeline")]
    public async Task No_statement_is_rated_and_nobody_in_the_film_is_made_a_record(string address) =>
        Assert.DoesNotContain("application/ld+json", await site.ReadAsync(address));

    [Fact]
    public async Task A_title_cannot_end_the_script_it_stands_in()
    {
        var html = await unkind.ReadAsync("/terms/unkind");

        Assert.Equal(Regex.Count(html, "<script"), Regex.Count(html, "</script"));
        Assert.DoesNotContain("<b>bold", html);
        Assert.Equal(UnkindSite.Title, Data(html).GetProperty("name").GetString());
        Assert.Contains("<meta property=\"og:title\" content=\"&lt;/script&gt;&lt;b&gt;bold&quot;", html);
    }

    [Fact]
    public async Task A_chapter_and_a_statistic_can_be_filed_in_a_bibliography()
    {
        var chapter = await site.ReadAsync("/sections/the-pans");
        AssertInOrder(chapter, "name=\"citation_title\" content=\"The pans &amp; the sea\"", "name=\"citation_inbook_title\" content=\"Salt Road\"", "name=\"citation_public_url\" content=\"http://localhost/sections/the-pans\"");
        Assert.DoesNotContain("citation_author", chapter);
        AssertInOrder(await site.ReadAsync("/statistics/workers"), "name=\"citation_title\" content=\"Saltworkers\"", "name=\"citation_publisher\" content=\"Salt Office\"", "content=\"http://localhost/statistics/workers.csv\"");
        Assert.DoesNotContain("citation_", await site.ReadAsync("/terms/promysel"));
    }

    [Theory]
    [InlineData("/", "Salt Road", "website", "http://localhost/")]
    [InlineData("/sections/the-pans", "The pans &amp; the sea", "article", "http://localhost/sections/the-pans")]
    [InlineData("/timeline?kind=weather", "Timeline: Weather", "website", "http://localhost/timeline")]
    public async Task A_link_to_a_page_can_be_shown_with_its_title(string address, string title, string type, string url) =>
        AssertInOrder(
            await site.ReadAsync(address),
            $"property=\"og:title\" content=\"{title}\"", $"property=\"og:type\" content=\"{type}\"", $"property=\"og:url\" content=\"{url}\"", "property=\"og:site_name\" content=\"Salt Road\"");

    [Fact]
    public async Task A_link_to_a_page_can_be_shown_with_a_picture_of_the_size_it_says()
    {
        AssertInOrder(
            await site.ReadAsync("/terms/promysel"),
            "property=\"og:image\" content=\"http://localhost/card.png\"", "property=\"og:image:width\" content=\"1200\"", "property=\"og:image:height\" content=\"630\"",
            "property=\"og:image:alt\" content=\"A green railway carriage", "name=\"twitter:card\" content=\"summary_large_image\"");

        using var answer = await site.Reader.GetAsync("/card.png", TestContext.Current.CancellationToken);
        var picture = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal((1200, 630), (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
        Assert.InRange(picture.Length, 1, 40_000);
    }

    [Fact]
    public async Task A_page_that_is_not_there_tells_programs_nothing()
    {
        using var answer = await site.Reader.GetAsync("/statistics/nothing", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("og:", html);
        Assert.DoesNotContain("application/ld+json", html);
    }

    private static JsonElement Data(string html) => JsonDocument.Parse(Script().Match(html).Groups[1].Value).RootElement;

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex Script();
}

/// <summary>A study with a word whose title would break out of wherever it is written.</summary>
public sealed class UnkindSite() : Site(new SampleLibrary(
[
    new Documentary { Key = "documentary", Slug = "documentary", Title = "Unkind", File = "documentary.md", Language = "en", WrittenIn = "en", Director = "Nobody", Year = 2000, Rights = "None." },
    new Term { Key = "terms/unkind", Slug = "unkind", Title = Title, File = "terms/unkind.md", Language = "en", Gloss = "\t#a \"quoted\"\ngloss" },
]))
{
    public const string Title = "</script><b>bold\" & 'x' <!-- 户";
}

/// <summary>The words as cards.</summary>
public sealed class CardsTests(Site site, UnkindSite unkind) : IClassFixture<Site>, IClassFixture<UnkindSite>
{
    [Fact]
    public async Task The_cards_to_take_away_say_how_to_read_them_and_have_a_line_each()
    {
        using var answer = await site.Reader.GetAsync("/terms/cards.txt", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.Equal(("text/plain", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Equal("cards.txt", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(
            [
                "#separator:tab", "#html:false", "#deck:Salt Road", "#columns:Front\tBack\tPronunciation\tWord\tAddress\tTags", "#tags column:6",
                "causeway\ta road over water\t\tcauseway\thttp://localhost/terms/causeway\t",
                "промысел\tpromysel: a trade one lives from\tpromysel\tpromysel\thttp://localhost/terms/promysel\tsalt", "",
            ],
            lines);
    }

    [Fact]
    public async Task Tabs_lines_and_quotation_marks_stay_inside_their_field() =>
        Assert.EndsWith("\t\"#a \"\"quoted\"\" gloss\"\t\t\"</script><b>bold\"\" & 'x' <!-- 户\"\thttp://localhost/terms/unkind\t\n", await unkind.ReadAsync("/terms/cards.txt"));

    [Fact]
    public async Task The_cards_of_one_theme_go_alone_and_an_unknown_theme_has_none()
    {
        Assert.DoesNotContain("causeway", await site.ReadAsync("/terms/cards.txt?theme=salt"));
        using var answer = await site.Reader.GetAsync("/terms/cards.txt?theme=pepper", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_card_shows_one_side_and_opens_to_the_other()
    {
        AssertInOrder(await site.ReadAsync("/terms/cards"), "href=\"/terms/cards.txt\"", "<summary>causeway</summary>", "a road over water", "<summary><bdi lang=\"ru\" translate=\"no\">промысел</bdi></summary>", "a trade one lives from", "href=\"/terms/promysel\"");
        AssertInOrder(await site.ReadAsync("/terms/cards?from=meaning&theme=salt"), "href=\"/terms/cards.txt?theme=salt\"", "<summary>a trade one lives from</summary>", "промысел");
        AssertInOrder(await site.ReadAsync("/terms/cards"), "data-start>One card at a time</button>", "data-ways hidden>", "data-end hidden>");
        AssertInOrder(await site.ReadAsync("/terms/cards?theme=pepper"), "No words stand under a theme “pepper”", "causeway");
    }
}

/// <summary>Another film's folder, served by the same pages.</summary>
public sealed class SecondFilmPagesTests(SecondFilmSite site) : IClassFixture<SecondFilmSite>
{
    [Theory]
    [InlineData("/statistics", "<svg class=\"spark\"")]
    [InlineData("/compare", "For example")]
    [InlineData("/claims", "The evidence")]
    [InlineData("/timeline", "<h2 id=\"_2013\">")]
    [InlineData("/scenes", "class=\"strip\"")]
    [InlineData("/terms/cards", "<summary><bdi lang=\"ru\" translate=\"no\">зимник</bdi></summary>")]
    [InlineData("/statistics/passengers", "aria-label=\"")]
    [InlineData("/claims/nobody-leaves", "How the evidence bears on it")]
    public async Task It_has_the_same_rooms(string address, string says) => Assert.Contains(says, await site.ReadAsync(address));

    [Fact]
    public async Task Views_that_follow_one_another_stand_in_one_group_and_a_view_alone_in_none()
    {
        var html = await site.ReadAsync("/themes/waiting");

        Assert.Single(Regex.Matches(html, "<div class=\"perspectives\">"));
        AssertInOrder(html, "<div class=\"perspectives\">\n<section class=\"perspective\">", "nina-petrovna", "</section>\n\n<section class=\"perspective\">", "vera-anokhina", "</section>\n</div>");
        Assert.DoesNotContain("class=\"perspectives\"", await site.ReadAsync("/sections/who-crosses"));
    }
}
