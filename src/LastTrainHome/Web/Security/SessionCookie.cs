using System.Security.Claims;
using LastTrainHome.UseCases.SigningIn;
using Microsoft.AspNetCore.Authentication;

namespace LastTrainHome.Web.Security;

/// <summary>Signs an account in on the device that asks, and out again. The cookie holds nothing but the key of a session
/// (<see cref="SessionTickets"/>).</summary>
public sealed class SessionCookie(Sessions sessions, IAuthenticationSchemeProvider schemes)
{
    public const string Scheme = "session";

    /// <summary>Begins a session in place of the one the device has, under a new key.</summary>
    public async Task SignInAsync(HttpContext context, Guid account, bool isShared)
    {
        await SignOutAsync(context);
        var (key, ends) = await sessions.BeginAsync(account, isShared);

        // The request's own handler would go on with the session it came with, key and all; another one finds that session gone.
        var handler = (IAuthenticationSignInHandler)(await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(context, Scheme))!;
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(SessionTickets.KeyClaim, key)], Scheme));
        await handler.SignInAsync(principal, new() { IsPersistent = !isShared, ExpiresUtc = ends });
    }

    /// <summary>Ends this device's session, if it has one.</summary>
    public Task SignOutAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? context.SignOutAsync(Scheme) : Task.CompletedTask;
}
