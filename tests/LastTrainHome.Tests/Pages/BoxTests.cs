using System.Net;
using Xunit;

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

    [Theory]
    [InlineData("/boxes/terms/none")]
    [InlineData("/boxes/nothing/none")]
    [InlineData("/boxes/statistics/workers/1991-away")] // a gap
    [InlineData("/boxes/statistics/workers/1891-all")]
    [InlineData("/boxes/statistics/none/1991-all")]
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
