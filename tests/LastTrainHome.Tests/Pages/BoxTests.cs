using System.Net;
using Xunit;
using static LastTrainHome.Tests.Pages.ReadingTests;

namespace LastTrainHome.Tests.Pages;

/// <summary>What the small boxes beside links are made of.</summary>
public sealed class BoxTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/boxes/terms/promysel", "a trade one lives from", "/terms/promysel")]
    [InlineData("/boxes/events/the-flood", "The flood", "/timeline#the-flood")]
    [InlineData("/boxes/sources/petrov-2001", "Walking on white", "/sources/petrov-2001")]
    [InlineData("/boxes/statistics/workers/1996-away", "Saltworkers whose home is not on the estuary", "/statistics/workers#1996-away")]
    [InlineData("/boxes/statistics/workers/1996-away", "A first figure, which its source may correct.", "/statistics/workers#1996-away")]
    public async Task A_box_tells_what_its_page_is_about_and_leads_there(string box, string told, string address)
    {
        var html = await site.ReadAsync(box);

        Assert.Contains(told, html);
        Assert.Contains($"<a href=\"{address}\">Open page", html);
        Assert.DoesNotContain("<html", html);
    }

    [Fact]
    public async Task The_box_of_a_change_tells_both_figures_the_sum_and_that_they_were_counted_alike() =>
        AssertInOrder(
            await site.ReadAsync("/boxes/statistics/workers/1990..1996-away"),
            "&#x2B;100.0 %, &#x2B;1.20 thousand people", "Away from home",
            "<dt>1990</dt>", "href=\"/statistics/workers#1990-away\">1.20 thousand people</a>", "The figure its source gives.", "Read in <a href=\"/sources/petrov-2001\">",
            "<dt>1996</dt>", "href=\"/statistics/workers#1996-away\">2.4 thousand people</a>", "preliminary", "A first figure, which its source may correct.", "Read in <a href=\"/sources/petrov-2001\">",
            "The sum", "2.4 − 1.20 = 1.20 thousand people; 1.20 ÷ 1.20 = 100.0 %", "Yes. Nothing changed in how they were counted.",
            "Saltworkers whose home is not on the estuary", "href=\"/statistics/workers#1990..1996-away\">Open page");

    [Fact]
    public async Task Where_counting_changed_in_between_the_box_says_so_and_works_nothing_out()
    {
        var html = await site.ReadAsync("/boxes/statistics/workers/1995..1996-all");

        AssertInOrder(html, "7.0 thousand people", "8.1 thousand people", "No, so no change is worked out.", "1996, counting changed here: Summer helpers are counted from now on.");
        Assert.DoesNotContain("The sum", html);
        Assert.DoesNotContain(" %", html);
    }

    [Theory]
    [InlineData("/boxes/terms/none")]
    [InlineData("/boxes/nothing/none")]
    [InlineData("/boxes/statistics/workers/1991-away")] // a gap
    [InlineData("/boxes/statistics/workers/1891-all")]
    [InlineData("/boxes/statistics/none/1991-all")]
    [InlineData("/boxes/statistics/workers/1990..1991-away")]
    [InlineData("/boxes/statistics/workers/1991..1995-away")]
    [InlineData("/boxes/statistics/workers/1890..1995-away")]
    [InlineData("/boxes/statistics/none/1990..1995-away")]
    public async Task There_is_no_box_of_nothing(string box)
    {
        using var answer = await site.Reader.GetAsync(box, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_box_is_kept_found_by_no_search_engine_and_not_sent_twice()
    {
        using var first = await site.Reader.GetAsync("/boxes/terms/promysel", TestContext.Current.CancellationToken);
        using var question = new HttpRequestMessage(HttpMethod.Get, "/boxes/terms/promysel");
        question.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Reader.SendAsync(question, TestContext.Current.CancellationToken);
        using var other = await site.Reader.GetAsync("/boxes/sources/petrov-2001", TestContext.Current.CancellationToken);

        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalMinutes: 5 });
        Assert.Equal("noindex", first.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }
}
