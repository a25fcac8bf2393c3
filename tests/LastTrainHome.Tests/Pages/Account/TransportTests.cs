using System.Net;
using LastTrainHome.Store;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed class TransportTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/invitation?token=none")]
    public async Task Over_plain_http_a_page_says_why_it_cannot_work_and_shows_no_form(string address)
    {
        var page = await ReadAsync(site.Visitor(), address, "192.168.1.20:5000");

        Assert.Contains("over plain http:// anybody on the same network could read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_over_plain_http_all_the_same_is_refused()
    {
        var visitor = site.Visitor();
        var page = await visitor.ReadAsync("/sign-in");
        var token = page.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in?handler=Staff")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "x", ["Password"] = "y", ["__RequestVerificationToken"] = token }),
        };
        request.Headers.Host = "study.example";
        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("localhost:5000")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:8080")]
    public async Task On_the_machine_itself_everything_works(string host) =>
        Assert.Contains("method=\"post\"", await ReadAsync(site.Visitor(), "/join", host), StringComparison.Ordinal);

    [Fact]
    public async Task Behind_a_proxy_on_this_machine_that_speaks_https_it_works_and_cookies_are_kept_to_it()
    {
        await using var secure = new StudySite("--Site:PublicUrl=https://study.example");
        await secure.InitializeAsync();

        Assert.Contains("work only at https://study.example.", await ReadAsync(secure.Visitor(), "/join", "localhost"), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/join");
        request.Headers.Host = "study.example";
        using var answer = await secure.Visitor().SendAsync(request);

        Assert.Contains("method=\"post\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_privacy_page_names_every_table_and_the_cookies_that_are_set()
    {
        var page = await site.Visitor().ReadAsync("/privacy");
        await using var db = site.Store.Read();

        Assert.All(Audit.Of(db), column => Assert.Contains($"<b>{column.Column}</b>", page, StringComparison.Ordinal));
        Assert.Contains("what the student wrote", page, StringComparison.Ordinal);
        Assert.Contains("<code>study</code>", page, StringComparison.Ordinal);
        using var front = await site.Visitor().GetAsync("/");
        Assert.False(front.Headers.Contains("Set-Cookie"));
    }

    private static async Task<string> ReadAsync(Visitor visitor, string address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
