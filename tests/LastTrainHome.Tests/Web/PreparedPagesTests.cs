using System.Net;
using System.Net.Http.Headers;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Web.Prepared;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace LastTrainHome.Tests.Web;

/// <summary>Public pages come from memory, and are what the site would have rendered for a reader who has not signed in.</summary>
public sealed class PreparedPagesTests(PreparedSite site) : IClassFixture<PreparedSite>
{
    private const string Chapter = "/sections/the-landing";

    [Fact]
    public async Task Every_public_address_is_answered_byte_for_byte_as_if_it_were_rendered()
    {
        Assert.True(site.Keys.Count > 60);
        foreach (var key in site.Keys)
        {
            using var prepared = await site.GetAsync(key, "identity");
            using var rendered = await site.GetAsync(key, "identity", site.Rendered);
            Assert.Equal((key, true), (key, IsFromMemory(prepared)));
            Assert.Equal((key, false), (key, IsFromMemory(rendered)));
            Assert.Equal((key, Headers(rendered)), (key, Headers(prepared)));
            Assert.Equal(await BytesAsync(rendered), await BytesAsync(prepared));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_answer_is_the_same_text(string coding)
    {
        foreach (var key in site.Keys)
        {
            using var prepared = await site.GetAsync(key, coding);
            using var rendered = await site.GetAsync(key, coding, site.Rendered);
            Assert.Equal((key, true), (key, IsFromMemory(prepared)));
            Assert.Equal((key, Headers(rendered)), (key, Headers(prepared)));
            Assert.Equal(await TextAsync(rendered), await TextAsync(prepared));
        }
    }

    [Fact]
    public async Task Whoever_signs_in_gets_a_page_of_their_own_and_leaves_nothing_in_the_prepared_ones()
    {
        var before = await site.HashesAsync();
        foreach (var visitor in await site.VisitorsAsync())
            foreach (var key in site.Keys)
            {
                using var own = await visitor.GetAsync(key);
                Assert.Equal((key, HttpStatusCode.OK), (key, own.StatusCode));
                Assert.Equal((key, false), (key, IsFromMemory(own)));
                if (own.Content.Headers.ContentType?.MediaType == "text/html" && !key.StartsWith("/boxes/", StringComparison.Ordinal))
                    Assert.True(own.Headers.CacheControl?.NoStore, key);
            }

        Assert.Equal(before, await site.HashesAsync());
    }

    [Theory]
    [InlineData("form=1")]
    [InlineData("once=1")]
    [InlineData("study=1")]
    [InlineData("other=1; form=1")]
    public async Task A_reader_with_one_of_the_sites_cookies_gets_a_rendered_page(string cookie)
    {
        using var answer = await site.SendAsync(new(HttpMethod.Get, Chapter) { Headers = { { "Cookie", cookie } } });

        Assert.False(IsFromMemory(answer));
    }

    [Theory]
    [InlineData(Chapter + "?assignment=1")]
    [InlineData("/search?q=boat")]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/report")]
    [InlineData("/sections/none")]
    public async Task Nothing_else_is_prepared(string address)
    {
        using var answer = await site.SendAsync(new(HttpMethod.Get, address));

        Assert.False(IsFromMemory(answer));
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"other\", W/{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("nonsense", false)]
    public async Task A_conditional_request_is_answered_with_304_where_the_tag_is_known(string ifNoneMatch, bool isKnown)
    {
        using var first = await site.GetAsync(Chapter, "br");
        var asked = Ask(HttpMethod.Get, Chapter, "br");
        asked.Headers.TryAddWithoutValidation("If-None-Match", string.Format(null, ifNoneMatch, first.Headers.ETag));

        using var answer = await site.SendAsync(asked);

        Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        Assert.Equal(isKnown, (await BytesAsync(answer)).Length == 0);
    }

    [Fact]
    public async Task Each_encoding_has_a_strong_tag_of_its_own()
    {
        using var plain = await site.GetAsync(Chapter);
        using var brotli = await site.GetAsync(Chapter, "br");
        using var gzip = await site.GetAsync(Chapter, "gzip");

        Assert.Equal(3, new[] { plain, brotli, gzip }.Select(answer => answer.Headers.ETag!.Tag).Distinct().Count());
        Assert.All([plain, brotli, gzip], answer => Assert.False(answer.Headers.ETag!.IsWeak));
    }

    [Fact]
    public async Task HEAD_gets_the_headers_of_GET_and_no_body()
    {
        using var whole = await site.GetAsync(Chapter, "br");
        using var head = await site.SendAsync(Ask(HttpMethod.Head, Chapter, "br"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(Headers(whole), Headers(head));
        Assert.Empty(await BytesAsync(head));
    }

    [Fact]
    public async Task Without_a_public_address_pages_are_prepared_for_the_first_host_alone()
    {
        using var other = await site.SendAsync(new(HttpMethod.Get, "http://other.example" + Chapter));
        using var forwarded = await site.SendAsync(new(HttpMethod.Get, Chapter) { Headers = { { "X-Forwarded-Proto", "https" } } });

        Assert.False(IsFromMemory(other));
        Assert.False(IsFromMemory(forwarded));
    }

    private static HttpRequestMessage Ask(HttpMethod method, string address, string? coding)
    {
        var asked = new HttpRequestMessage(method, address);
        if (coding is not null)
            asked.Headers.AcceptEncoding.Add(new(coding));
        return asked;
    }

    // Boxes that are rendered have a weak tag, pages none.
    private static bool IsFromMemory(HttpResponseMessage answer) => answer.Headers.ETag is { IsWeak: false };

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("ETag" or "Content-Length" or "Date" or "Transfer-Encoding"))
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));

    private static Task<byte[]> BytesAsync(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream text = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(text);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>Prepared pages where memory is short, and where the site knows its address.</summary>
public sealed class PreparedSettingsTests
{
    [Fact]
    public async Task Where_memory_is_short_as_much_is_kept_as_fits_and_every_page_is_still_answered()
    {
        await using var site = new PreparedSite("--Pages:MaxBytes=60000");
        await site.InitializeAsync();

        Assert.True(site.Set.Bytes <= 60_000);
        Assert.NotEmpty(site.Keys);
        foreach (var key in site.Keys.Append("/themes"))
            foreach (var coding in new[] { null, "br", "gzip" })
            {
                using var answer = await site.GetAsync(key, coding);
                Assert.Equal((key, HttpStatusCode.OK), (key, answer.StatusCode));
            }
    }

    [Fact]
    public async Task A_site_that_knows_its_address_prepares_before_anybody_comes_and_answers_at_every_host()
    {
        await using var site = new PreparedSite("--Site:PublicUrl=http://study.example");
        await site.InitializeAsync();
        using var answer = await site.SendAsync(new(HttpMethod.Get, "http://other.example/themes"));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.Contains("href=\"http://study.example/themes\"", html, StringComparison.Ordinal);
    }
}

/// <summary>The whole site once with prepared pages and once without.</summary>
public sealed class PreparedSite : IAsyncLifetime
{
    private readonly StudySite prepared;

    public PreparedSite() : this([])
    {
    }

    internal PreparedSite(params string[] settings) => prepared = new(settings);

    public StudySite Rendered { get; } = new("--Pages:Prepared=false");

    public List<string> Keys => [.. Set.Keys];

    internal PreparedPages.Set Set => prepared.Services.GetRequiredService<PreparedPages>().Ready!;

    public Task<HttpResponseMessage> GetAsync(string key, string? coding = null, StudySite? from = null)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, key);
        if (coding is not null)
            asked.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        return SendAsync(asked, from);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage asked, StudySite? from = null)
    {
        using var client = (from ?? prepared).App.GetTestServer().CreateClient();
        return await client.SendAsync(asked, TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody of every role, and a student at a computer that others use too.</summary>
    public async Task<List<Visitor>> VisitorsAsync()
    {
        var teacher = await prepared.StaffAsync("teacher", teaches: true);
        var editor = await prepared.StaffAsync("editor", edits: true);
        var owner = await prepared.StaffAsync("owner", owns: true);
        var student = await prepared.StudentAsync(await prepared.ClassAsync(teacher.Id), "Heron");
        return
        [
            await prepared.VisitorAsync(teacher.Id), await prepared.VisitorAsync(editor.Id), await prepared.VisitorAsync(owner.Id),
            await prepared.VisitorAsync(student), await prepared.VisitorAsync(student, shared: true),
        ];
    }

    /// <summary>What nobody in particular gets, by address.</summary>
    public async Task<Dictionary<string, string>> HashesAsync()
    {
        var hashes = new Dictionary<string, string>();
        foreach (var key in Keys)
        {
            using var answer = await GetAsync(key);
            var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            hashes[key] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body));
        }

        return hashes;
    }

    public async ValueTask InitializeAsync()
    {
        await prepared.InitializeAsync();
        await Rendered.InitializeAsync();
        var pages = prepared.Services.GetRequiredService<PreparedPages>();
        if (!pages.IsPublicUrlKnown)
            using (await GetAsync("/themes"))
            using (await GetAsync("/themes", from: Rendered))
            {
            }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (pages.Ready is null && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            // The pages are being prepared.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await prepared.DisposeAsync();
        await Rendered.DisposeAsync();
    }
}
