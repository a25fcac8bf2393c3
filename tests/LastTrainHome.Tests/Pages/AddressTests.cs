using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>What answers at which address, and what every answer has in common.</summary>
public sealed partial class AddressTests(Site site) : IClassFixture<Site>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("/themes/old-salt", "/themes/salt")]
    [InlineData("/themes/Salt", "/themes/salt")]
    [InlineData("/statistics/hands", "/statistics/workers")]
    [InlineData("/statistics/hands.csv", "/statistics/workers.csv")]
    [InlineData("/statistics/hands.json", "/statistics/workers.json")]
    [InlineData("/events", "/timeline")]
    [InlineData("/favicon.ico", "/icon.svg")]
    [InlineData("/events/the-flood", "/timeline#the-flood")]
    [InlineData("/events/the-storm-surge", "/timeline#the-flood")]
    public async Task An_old_address_leads_on_for_good(string old, string now)
    {
        using var answer = await site.Reader.GetAsync(old, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, now), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("/themes/sallt", "href=\"/themes/salt\"")]
    [InlineData("/terms/salt", "href=\"/themes/salt\"")]
    [InlineData("/sections/road", "href=\"/sections/the-road\"")]
    [InlineData("/statistics/", null)]
    [InlineData("/nothing/like/it", null)]
    [InlineData("/terms/%D0%BF%D1%80%D0%BE%D0%BC%D1%8B%D1%81%D0%B5%D0%BB", "href=\"/terms/promysel\"")]
    [InlineData("/events/none", null)]
    [InlineData("/status/404", null)]
    [InlineData("/status/500", null)]
    public async Task An_unknown_address_answers_404_searches_and_offers_what_is_near(string address, string? near)
    {
        using var answer = await site.Reader.GetAsync(address == "/statistics/" ? "/statistics/none" : address, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("action=\"/search\"", html);
        Assert.Contains("noindex", html);
        if (near is not null)
            Assert.Contains(near, html[html.IndexOf("Did you mean", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("/themes/salt")]
    [InlineData("/statistics/workers.csv")]
    [InlineData("/sources/petrov-2001.bib")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    public async Task The_headers_alone_can_be_asked_for(string address)
    {
        using var question = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await site.Reader.SendAsync(question, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_cannot_be_taken_is_answered_with_a_page()
    {
        using var answer = await site.Reader.PostAsync("/themes", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This did not work", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Our_own_mistake_answers_500_and_asks_nothing_of_the_library()
    {
        using var answer = await site.Reader.GetAsync("/fail", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong on our side", html);
        Assert.DoesNotContain("on purpose", html);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/statistics/workers.csv")]
    [InlineData("/icon.svg")]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_guessing(string address)
    {
        using var answer = await site.Reader.GetAsync(address, TestContext.Current.CancellationToken);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

        Assert.StartsWith("default-src 'none'; script-src 'self' 'sha256-", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.NotEmpty(Header("Permissions-Policy"));
        Assert.Empty(Header("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_is_utf_8_in_the_language_of_the_study_and_keeps_every_script()
    {
        using var answer = await site.Reader.GetAsync("/terms/promysel", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("utf-8", answer.Content.Headers.ContentType!.CharSet);
        Assert.Contains("<html lang=\"en\" ", html);
        Assert.Contains("<title>promysel промысел · Salt Road</title>", html);
        Assert.Contains("<meta name=\"description\" content=\"promysel: a trade one lives from\">", html);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/terms/promysel\">", html);
        Assert.DoesNotContain("&#x4", html);
    }

    [Fact]
    public async Task Every_link_on_every_page_leads_to_a_page_and_its_fragment_to_a_place_on_it()
    {
        var read = await ReadAllAsync();

        var broken =
            from page in read
            from link in Link().Matches(page.Value).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            where link.StartsWith('/') || link.StartsWith('#')
            let parts = (link.StartsWith('#') ? page.Key + link : link).Split('#')
            where !read.TryGetValue(parts[0], out var there) || (parts.Length > 1 && !there.Contains($" id=\"{parts[1]}\"", StringComparison.Ordinal))
            select $"{page.Key}: {link}";
        Assert.Empty(broken);
    }

    [Fact]
    public async Task No_page_has_an_inline_script_but_the_import_map_an_inline_style_or_an_id_twice()
    {
        foreach (var (address, html) in await ReadAllAsync())
        {
            if (!html.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal))
                continue;
            var allowed = Regex.Match(html, "<script type=\"importmap\">(.*?)</script>").Groups[1].Value;
            // Data is in no script's power: no browser runs it.
            Assert.All(Regex.Matches(html.Replace("<script type=\"application/ld+json\">", "<data>", StringComparison.Ordinal), "<script(.*?)>(.*?)</script>", RegexOptions.Singleline), script =>
                Assert.True(script.Groups[2].Value == allowed || (script.Groups[2].Value.Length == 0 && script.Groups[1].Value.Contains(" src=\"/js/", StringComparison.Ordinal)), address));
            Assert.False(html.Contains(" style=", StringComparison.Ordinal), address);
            Assert.Single(Regex.Matches(html, "<h1[ >]"));
            Assert.Empty(Id().Matches(html).GroupBy(match => match.Value).Where(same => same.Count() > 1).Select(same => $"{address}: {same.Key}"));
        }
    }

    [Fact]
    public async Task The_policy_names_the_hash_of_the_import_map_as_the_page_has_it()
    {
        using var answer = await site.Reader.GetAsync("/", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var map = Regex.Match(html, "<script type=\"importmap\">(.*?)</script>").Groups[1].Value;

        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map)))}'", answer.Headers.GetValues("Content-Security-Policy").Single());
        foreach (var file in JsonDocument.Parse(map).RootElement.GetProperty("imports").EnumerateObject())
            Assert.Equal(await site.ReadAsync(file.Name), await site.ReadAsync(file.Value.GetString()!));
    }

    [Fact]
    public async Task A_page_goes_out_compressed_to_whoever_takes_it_so()
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, "/themes/salt");
        question.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await site.Reader.SendAsync(question, TestContext.Current.CancellationToken);
        await using var unpacked = new BrotliStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await site.ReadAsync("/themes/salt"), await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_one_persons_own_is_not_compressed()
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, "/own");
        question.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await site.Reader.SendAsync(question, TestContext.Current.CancellationToken);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Style_sheets_and_the_icon_are_there_under_names_that_change_with_them()
    {
        var html = await site.ReadAsync("/statistics/workers");
        var files = Regex.Matches(html, "<link rel=\"(?:stylesheet|icon)\" href=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(4, files.Count);
        foreach (var file in files)
        {
            Assert.Matches("^/(css/)?[a-z]+\\.[a-z0-9]{8,}\\.(css|svg)$", file);
            Assert.NotEmpty(await site.ReadAsync(file));
        }
    }

    [Fact]
    public async Task The_sitemap_lists_every_page_that_has_an_address_of_its_own()
    {
        var addresses = await SitemapAsync();

        Assert.Contains("/statistics/workers", addresses);
        Assert.Contains("/timeline", addresses);
        Assert.Contains("/", addresses);
        Assert.DoesNotContain(addresses, address => address.Contains('#'));
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await site.ReadAsync("/robots.txt"));
    }

    [Theory]
    [InlineData("/search", "/search", true)]
    [InlineData("/search?q=salt&kind=sections", "/search", true)]
    [InlineData("/search?q=casino", "/search?q=casino", false)]
    [InlineData("/search?q=salt+casino", "/search?q=salt%20casino", false)]
    [InlineData("/search?q=salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt+salt", "/search?q=salt%20salt", false)]
    public async Task What_is_found_goes_by_the_address_of_the_search_unless_it_says_words_of_the_readers(string address, string canonical, bool isOwn)
    {
        var html = await site.ReadAsync(address);

        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{canonical}", html);
        Assert.Equal(!isOwn, html.Contains("<meta name=\"robots\" content=\"noindex\">", StringComparison.Ordinal));
        Assert.DoesNotContain("/search", await site.ReadAsync("/robots.txt"));
    }

    // Every page one can walk to from those in the sitemap.
    private async Task<Dictionary<string, string>> ReadAllAsync()
    {
        var read = new Dictionary<string, string>();
        var open = new Queue<string>(await SitemapAsync());
        while (open.TryDequeue(out var address))
        {
            if (read.ContainsKey(address))
                continue;
            using var answer = await site.Reader.GetAsync(address, TestContext.Current.CancellationToken);
            if (answer.Headers.Location?.ToString().Contains("/sign-in?to=", StringComparison.Ordinal) == true)
            {
                read[address] = ""; // there, but not for everybody
                continue;
            }

            Assert.Equal((HttpStatusCode.OK, address), (answer.StatusCode, address));
            read[address] = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var link in Link().Matches(read[address]).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value.Split('#')[0])))
                if (link.StartsWith('/') && !link.EndsWith(".css", StringComparison.Ordinal))
                    open.Enqueue(link);
        }

        return read;
    }

    private async Task<List<string>> SitemapAsync() =>
        [.. XDocument.Parse(await site.ReadAsync("/sitemap.xml")).Descendants(Sitemap + "loc").Select(entry => new Uri(entry.Value).PathAndQuery)];

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Id();
}

/// <summary>The site before anything has been published.</summary>
public sealed class UnpublishedTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/themes")]
    [InlineData("/timeline")]
    [InlineData("/search?q=salt")]
    [InlineData("/compare")]
    public async Task Every_page_says_that_nothing_has_been_published_yet(string address)
    {
        using var answer = await site.Reader.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Nothing has been published yet", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
