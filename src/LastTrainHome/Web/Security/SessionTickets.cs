using System.Security.Claims;
using LastTrainHome.Store;
using LastTrainHome.UseCases.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace LastTrainHome.Web.Security;

/// <summary>Keeps the sessions behind the cookies in the study store. Who is signed in, and with which roles, is asked at every request: a session
/// that was ended, or a role that was taken away, is gone at the next.</summary>
public sealed class SessionTickets(Sessions sessions) : ITicketStore
{
    /// <summary>The claim by which <see cref="SessionCookie"/> hands on the key of a session it has begun.</summary>
    internal const string KeyClaim = "key";

    /// <summary>The claim that says that others use the device too.</summary>
    internal const string SharedClaim = "shared";

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Task.FromResult(ticket.Principal.FindFirstValue(KeyClaim)!);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return null; // styles, scripts and pictures are the same for everybody

        try
        {
            return await RetrieveAsync(key);
        }
        catch (StoreUnavailableException failure)
        {
            // Pages for everybody still come; everything else answers 503.
            ServiceUnavailable.Note(httpContext, failure);
            return null;
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await sessions.FindAsync(key) is not { } found)
            return null;
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, found.Account.ToString()),
            new(SharedClaim, found.IsShared ? "1" : "0"),
            .. found.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ], SessionCookie.Scheme);
        return new(new(identity), new() { IsPersistent = !found.IsShared, ExpiresUtc = found.EndsAt }, SessionCookie.Scheme);
    }

    /// <summary>A session goes on unchanged until it ends: none is renewed.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task RemoveAsync(string key) => sessions.EndAsync(key);
}
