using LastTrainHome.Editions;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Security;
using Microsoft.Extensions.Primitives;

namespace LastTrainHome.Web.Prepared;

/// <summary>Asks the site inside this process for a page, as a reader who has not signed in would.</summary>
internal sealed class AnonymousRequests(IServiceScopeFactory scopes, IHttpContextAccessor accessor, FrontEnd frontEnd)
{
    private RequestDelegate? endpoints;

    /// <summary>Answers come from the endpoints of this site alone: no session, no compression, no log. All must be mapped already.</summary>
    public void UseEndpointsOf(WebApplication site)
    {
        var pipeline = ((IApplicationBuilder)site).New();
        pipeline.UseRouting();
        pipeline.UseEndpoints(all =>
        {
            foreach (var source in ((IEndpointRouteBuilder)site).DataSources)
                all.DataSources.Add(source);
        });
        endpoints = pipeline.Build();
    }

    /// <param name="address">A path with its query, as a link has it.</param>
    /// <param name="origin">Where the site is reached: <c>http://localhost:5000</c>.</param>
    public async Task<AnonymousAnswer> GetAsync(string address, Uri origin)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        var query = address.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = origin.Scheme;
        context.Request.Host = new(origin.Authority);
        context.Request.Path = PathString.FromUriComponent(query < 0 ? address : address[..query]);
        context.Request.QueryString = new(query < 0 ? null : address[query..]);
        accessor.HttpContext = context;
        await (endpoints ?? throw new InvalidOperationException("No endpoints have been mapped."))(context);
        await context.Response.CompleteAsync();
        SecurityHeaders.Set(context, frontEnd.Policy);
        return new(
            context.Request.Path.Value + context.Request.QueryString.Value,
            scope.ServiceProvider.GetRequiredService<LibraryLease>().Library.Edition,
            context.Response.StatusCode,
            [.. context.Response.Headers],
            body.ToArray());
    }
}

/// <summary>What a reader who has not signed in was answered.</summary>
/// <param name="Key">The path, decoded, with the query as it was sent.</param>
/// <param name="Edition">The edition it was rendered from.</param>
internal sealed record AnonymousAnswer(
    string Key, string Edition, int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body)
{
    public string? ContentType => Find("Content-Type");

    /// <summary>Whether everybody may get the same bytes. A form's token, a cookie or a private answer is for one reader.</summary>
    public bool IsPublic =>
        Status == StatusCodes.Status200OK
        && Find("Set-Cookie") is null
        && (Find("Cache-Control") is not { } cache || cache is "no-cache" || cache.StartsWith("public", StringComparison.Ordinal))
        && Body.AsSpan().IndexOf("__RequestVerificationToken"u8) < 0;

    private string? Find(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.ToString() is { Length: > 0 } value ? value : null;
}
