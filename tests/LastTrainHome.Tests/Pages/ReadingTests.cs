using System.Text.RegularExpressions;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>What stands on each kind of page.</summary>
public sealed partial class ReadingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_first_three_themes_stand_first_in_navigation_and_on_the_front_page()
    {
        var html = await site.ReadAsync("/");

        string[] first = ["/themes/salt", "/themes/wages", "/themes/language"];
        Assert.Equal(first, Addresses(html[html.IndexOf("<nav", StringComparison.Ordinal)..]).Take(3));
        Assert.Equal(first, Addresses(html[html.IndexOf("class=\"board\"", StringComparison.Ordinal)..]).Take(3));
        Assert.Contains("Who owns what the sea leaves behind?", html);
        Assert.True(html.IndexOf("class=\"board\"", StringComparison.Ordinal) < html.IndexOf("class=\"stations\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_theme_gathers_what_bears_on_it_in_reading_order()
    {
        var html = await site.ReadAsync("/themes/salt");

        Assert.Contains("about 20 minutes", html);
        Assert.Contains("<bdi class=\"original\" lang=\"ru\" translate=\"no\">соль</bdi>", html);
        AssertInOrder(
            html,
            "On salt.", "href=\"/sections/the-pans#who-worked\"", "There were 8.1 thousand workers.", "<svg class=\"chart\"",
            "href=\"/statistics/workers#1996-all\"", "href=\"/scenes/first-light\"", "href=\"/terms/promysel\"", "href=\"/claims/all-left\"", "two different counts",
            "href=\"/timeline#the-flood\"", "href=\"/sections/the-pans#q-who-is-counted\"");
        Assert.DoesNotContain("href=\"/sections/the-pans#who-left\"", html);
    }

    [Fact]
    public async Task A_chapter_has_its_place_its_contents_its_neighbours_and_its_sources()
    {
        var html = await site.ReadAsync("/sections/the-pans");

        AssertInOrder(
            html,
            "Chapter 2 of 3", "5 minutes", "<h1>The pans &amp; the sea</h1>", "href=\"#who-worked\"", "href=\"#who-left\"", "Content note:", "An accident at work",
            "id=\"who-worked\"", "href=\"/claims/all-left\"", "rel=\"prev\" href=\"/sections/the-road\"", "rel=\"next\" href=\"/sections/the-end\"",
            "id=\"source-petrov-2001\"", "Walking on white");
    }

    [Fact]
    public async Task The_first_chapter_has_none_before_it_and_a_short_one_no_contents()
    {
        var html = await site.ReadAsync("/sections/the-road");

        Assert.DoesNotContain("rel=\"prev\"", html);
        Assert.DoesNotContain("class=\"toc\"", html);
        Assert.DoesNotContain("Sources of this page", html);
    }

    [Fact]
    public async Task A_word_is_written_in_its_own_letters_and_says_what_links_to_it()
    {
        var html = await site.ReadAsync("/terms/promysel");

        AssertInOrder(html, "<bdi lang=\"ru\" translate=\"no\">промысел</bdi>", "a trade one lives from", "промыслъ", "What links here", "Chapter", "href=\"/sections/the-road\"");
    }

    [Fact]
    public async Task A_word_without_an_original_needs_none() =>
        Assert.DoesNotContain("<bdi lang=\"ru\" translate=\"no\"></bdi>", await site.ReadAsync("/terms/causeway"));

    [Fact]
    public async Task A_statement_stands_beside_the_numbers_and_the_words_speak_of_the_evidence()
    {
        var html = await site.ReadAsync("/claims/all-left");

        AssertInOrder(
            html, "By 1996 all eight thousand had left.", "So Petrov", "two different counts", "8.1", "thousand people", "All saltworkers, 1996", "Who is counted",
            "Workers in the salt harvest", "href=\"/statistics/workers#1996-all\"", "href=\"/statistics/ages\"");
    }

    [Fact]
    public async Task A_person_a_place_a_scene_and_a_lesson_have_pages()
    {
        AssertInOrder(await site.ReadAsync("/people/vera"), "daughters", "Vera", "Вера", "Walks the causeway");
        AssertInOrder(await site.ReadAsync("/places/ust"), "village", "Усть", "64.5° N, 40.25° W");
        AssertInOrder(await site.ReadAsync("/scenes/first-light"), "opening · 2:10", "Fog.", "After", "The crossing");
        AssertInOrder(
            await site.ReadAsync("/lessons/one-hour"), "50 minutes", "A class of sixteen-year-olds", "href=\"/sections/the-pans\"", "href=\"/sections/the-pans#q-who-is-counted\"",
            "Who is counted?", "Read, then ask.");
    }

    [Fact]
    public async Task The_timeline_goes_year_by_year_and_shows_one_kind_on_request()
    {
        AssertInOrder(await site.ReadAsync("/timeline"), "?kind=weather", "<h2 id=\"_1997\">", "id=\"the-flood\"", "2 November 1997", "id=\"the-flood-s1\"", "<h2 id=\"_1998\">", "March 1998");

        var weather = await site.ReadAsync("/timeline?kind=weather");
        Assert.Contains("The flood", weather);
        Assert.DoesNotContain("The premiere", weather);
        AssertInOrder(await site.ReadAsync("/timeline?kind=nonsense"), "Nothing on the timeline goes by “nonsense”", "The premiere");
    }

    [Fact]
    public async Task The_timeline_shows_one_theme_on_request_and_each_choice_keeps_the_other()
    {
        var salt = await site.ReadAsync("/timeline?theme=salt");
        Assert.Contains("The flood", salt);
        Assert.DoesNotContain("The premiere", salt);
        Assert.Contains("href=\"/timeline?kind=weather&amp;theme=salt\"", salt);
        Assert.Contains("No event is of this kind and theme both.", await site.ReadAsync("/timeline?kind=film&theme=salt"));
        AssertInOrder(await site.ReadAsync("/timeline?theme=nonsense"), "Nothing on the timeline goes by “nonsense”", "The premiere");
    }

    [Fact]
    public async Task Statements_stand_with_their_evidence_and_are_chosen_by_what_it_says()
    {
        AssertInOrder(
            await site.ReadAsync("/claims"),
            "href=\"/claims?verdict=mixes-definitions\"", "The pans &amp; the sea", "href=\"/claims/all-left\"", "href=\"/statistics/workers#1996-all\"", "8.1", "href=\"/statistics/ages\"", "two different counts");
        AssertInOrder(await site.ReadAsync("/claims?verdict=mixes-definitions"), "aria-current=\"page\">Two different counts", "By 1996 all eight thousand had left.");
        AssertInOrder(await site.ReadAsync("/claims?verdict=wrong"), "No statement is filed under “wrong”", "By 1996 all eight thousand had left.");
    }

    [Fact]
    public async Task A_statement_shows_the_sentence_of_the_chapter_that_leads_to_it() =>
        AssertInOrder(await site.ReadAsync("/claims/all-left"), "Where the chapter comes to it", "Nobody knows.", "href=\"/sections/the-pans#s2\"");

    [Fact]
    public async Task A_source_says_where_it_is_cited_and_which_figures_were_read_in_it() =>
        AssertInOrder(await site.ReadAsync("/sources/petrov-2001"), "Petrov 2001", "BibTeX", "RIS", "CSL-JSON", "Cited in", "href=\"/sections/the-pans\"", "p. 3", "Figures read in it", "href=\"/statistics/workers\"", "8 figures");

    [Fact]
    public async Task The_about_page_says_whose_film_and_essay_they_are() =>
        AssertInOrder(await site.ReadAsync("/about"), "Anna Verkhova", "71 minutes", "Ask for the DVD.", "https://archive.example/salt", "Walking on white", "I. Petrov", "The film belongs to its makers.", "CC BY 4.0");

    [Theory]
    [InlineData("/themes", "What is a day worth?")]
    [InlineData("/sections", "How many worked there.")]
    [InlineData("/statistics", "Workers in the salt harvest")]
    [InlineData("/terms", "a road over water")]
    [InlineData("/people", "Walks the causeway")]
    [InlineData("/places", "village")]
    [InlineData("/scenes", "Second autumn")]
    [InlineData("/claims", "two different counts")]
    [InlineData("/lessons", "A class of sixteen-year-olds")]
    [InlineData("/sources", "Walking on white")]
    public async Task Each_kind_has_an_index(string address, string says) => Assert.Contains(says, await site.ReadAsync(address));

    [Fact]
    public async Task Search_shows_hits_with_their_words_marked_and_kinds_to_choose_from()
    {
        AssertInOrder(
            await site.ReadAsync("/search?q=промысел"),
            "pages found.", "aria-current=\"page\">Everything", "/search?q=%D0%BF%D1%80%D0%BE%D0%BC%D1%8B%D1%81%D0%B5%D0%BB&amp;kind=sections", "Chapters",
            "href=\"/terms/promysel\"", "href=\"/sections/the-road\"", "The road is <mark><span lang=\"ru\" translate=\"no\">промысел</span></mark>.");
        Assert.DoesNotContain("href=\"/terms/promysel\"", (await site.ReadAsync("/search?q=промысел&kind=sections"))[1000..]);
    }

    [Theory]
    [InlineData("/search", "Words to look for")]
    [InlineData("/search?q=promysle", "Did you mean")]
    [InlineData("/search?q=%3Cscript%3E\"", "Nothing was found for <q>&lt;script&gt;&quot;</q>")]
    [InlineData("/search?q=salt&kind=nonsense", "pages found")]
    public async Task Search_answers_whatever_is_asked(string address, string says) => Assert.Contains(says, await site.ReadAsync(address));

    internal static void AssertInOrder(string html, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var found = html.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not come after what was found before it.");
            from = found + part.Length;
        }
    }

    private static IEnumerable<string> Addresses(string html) => Address().Matches(html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Address();
}
