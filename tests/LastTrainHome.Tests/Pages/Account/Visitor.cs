using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

/// <summary>Somebody with a browser: keeps cookies, sends a form with the token that stood in it, follows no redirect.</summary>
public sealed partial class Visitor(TestServer server)
{
    private readonly Dictionary<string, string> cookies = []; // not a container of the framework's: that one drops what a test's clock says is good
    private string token = "";

    /// <summary>What is sent along.</summary>
    public string Cookies => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Copies what another browser would send.</summary>
    public void TakeCookiesOf(Visitor other)
    {
        foreach (var (name, value) in other.cookies)
            cookies[name] = value;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>A page that must be there.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, address), (answer.StatusCode, address));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form as the last page with a form would, or without its token.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, Dictionary<string, string> fields, bool withToken = true)
    {
        var form = new Dictionary<string, string>(fields);
        if (withToken)
            form["__RequestVerificationToken"] = token;
        return await SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) });
    }

    /// <summary>Sends a form and reads what comes back, wherever it leads.</summary>
    public async Task<string> SendAndReadAsync(string address, Dictionary<string, string> fields)
    {
        using var answer = await SendAsync(address, fields);
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
            return await ReadAsync(answer.Headers.Location!.ToString());
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", Cookies);
        using var client = server.CreateClient();
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2)))
                if (cookie[1].Length == 0)
                    cookies.Remove(cookie[0]);
                else
                    cookies[cookie[0]] = cookie[1];
        if (answer.Content.Headers.ContentType?.MediaType == "text/html" && Token().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) is { Success: true } form)
            token = form.Groups[1].Value;
        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
