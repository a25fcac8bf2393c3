using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>What a device is given to read without a connection.</summary>
public sealed partial class OfflineTests(Site site) : IClassFixture<Site>
{
    private const string Whole = "/offline/study.json";

    [Fact]
    public async Task The_worker_names_the_version_of_every_page_and_files_that_are_there()
    {
        using var answer = await site.Reader.GetAsync("/sw.js", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var known = JsonDocument.Parse(Known().Match(text).Groups[1].Value).RootElement;

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains($"data-version=\"{known.GetProperty("version").GetString()}\"", await site.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Matches(@"importScripts\('/js/service-worker\.\w+\.js'\);\s*$", text);
        var files = known.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.True(files.Count > 20);
        foreach (var file in files)
            await site.ReadAsync(file);
    }

    [Fact]
    public async Task The_whole_study_holds_every_page_of_the_sitemap_and_every_box_that_a_text_links_to_as_they_are_answered()
    {
        var study = await StudyAsync();
        var pages = study.GetProperty("pages").EnumerateObject().ToDictionary(page => page.Name, page => page.Value.GetString()!);
        var boxes = study.GetProperty("boxes").EnumerateObject().ToDictionary(box => box.Name, box => box.Value.GetString()!);
        var listed = XDocument.Parse(await site.ReadAsync("/sitemap.xml")).Descendants().Where(entry => entry.Name.LocalName == "loc").Select(entry => new Uri(entry.Value).AbsolutePath);

        Assert.Equal([.. listed, "/offline", "/my-work", "/settings", "/privacy"], pages.Keys);
        foreach (var (address, html) in pages.Concat(boxes))
            Assert.Equal(await site.ReadAsync(address), html.Replace(study.GetProperty("origin").GetString()!, "http://localhost", StringComparison.Ordinal));
        var linked = pages.Values.SelectMany(html => NumberLink().Matches(html)).Select(link => $"/boxes{link.Groups[1]}/{link.Groups[2]}");
        Assert.Empty(linked.Except(boxes.Keys));
        Assert.Contains("/boxes/events/the-flood", boxes.Keys);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task The_whole_study_tells_its_size_before_it_is_loaded_and_comes_as_the_browser_takes_it(string coding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Head, Whole) { Headers = { AcceptEncoding = { new(coding) } } };
        using var told = await site.Reader.SendAsync(asked, TestContext.Current.CancellationToken);
        using var loaded = new HttpRequestMessage(HttpMethod.Get, Whole) { Headers = { AcceptEncoding = { new(coding) } } };
        using var answer = await site.Reader.SendAsync(loaded, TestContext.Current.CancellationToken);
        var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        using var text = new MemoryStream();
        using (var plain = Unpack(coding, new MemoryStream(sent)))
            await plain.CopyToAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(told.Headers.GetValues("Study-Length")));
        Assert.Equal(JsonDocument.Parse(text.ToArray()).RootElement.GetProperty("pages").EnumerateObject().Count().ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(told.Headers.GetValues("Study-Pages")));
        if (coding != "identity")
            Assert.Equal(sent.Length, told.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_device_that_has_this_version_loads_nothing()
    {
        using var first = new HttpRequestMessage(HttpMethod.Head, Whole) { Headers = { AcceptEncoding = { new("br") } } };
        using var had = await site.Reader.SendAsync(first, TestContext.Current.CancellationToken);
        using var second = new HttpRequestMessage(HttpMethod.Get, Whole) { Headers = { AcceptEncoding = { new("br") }, IfNoneMatch = { had.Headers.ETag! } } };

        using var answer = await site.Reader.SendAsync(second, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/invitation?token=none")]
    public async Task A_page_about_somebodys_account_is_not_to_be_kept(string address)
    {
        using var answer = await site.Reader.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private async Task<JsonElement> StudyAsync() => JsonDocument.Parse(await site.ReadAsync(Whole)).RootElement;

    private static Stream Unpack(string coding, Stream sent) => coding switch
    {
        "br" => new BrotliStream(sent, CompressionMode.Decompress),
        "gzip" => new GZipStream(sent, CompressionMode.Decompress),
        _ => sent,
    };

    [GeneratedRegex(@"^self\.study = (\{.*\});")]
    private static partial Regex Known();

    [GeneratedRegex("""<a class="number(?: change)?" href="(/statistics/[^"#]+)#([^"]+)""")]
    private static partial Regex NumberLink();
}

/// <summary>The same while nothing has been published.</summary>
public sealed class NothingToKeepTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task Of_a_study_that_has_not_been_published_there_is_no_file()
    {
        using var answer = await site.Reader.GetAsync("/offline/study.json", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
