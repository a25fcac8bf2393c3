using System.Security.Claims;
using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Security;

/// <summary>Begins and ends what a device's cookie stands for. The store knows every session: signing out, closing an account or a new
/// password ends it on the server, whoever still has the cookie.</summary>
public sealed class Sessions(StudyStore store, TimeProvider clock)
{
    public const string Scheme = "session";

    /// <summary>A lesson on a computer that others use next.</summary>
    public static readonly TimeSpan OnSharedDevice = TimeSpan.FromHours(4);

    /// <summary>A term on a student's own device.</summary>
    public static readonly TimeSpan OfStudent = TimeSpan.FromDays(150);

    public static readonly TimeSpan OfStaff = TimeSpan.FromDays(14);

    private const string KeyClaim = "session";

    /// <summary>Signs an account in on this device, in place of whoever was.</summary>
    public async Task BeginAsync(HttpContext context, Accounts.Account account, bool isShared)
    {
        await EndAsync(context);
        var (key, now) = (Token.New(), clock.GetUtcNow().UtcDateTime);
        var ends = now + (isShared ? OnSharedDevice : account.Studies ? OfStudent : OfStaff);
        await store.WriteAsync(async db =>
        {
            db.Sessions.Add(new() { KeyHash = Token.Hash(key), AccountId = account.Id, MadeAt = now, EndsAt = ends, IsShared = isShared });
            await db.Sessions.Where(session => session.EndsAt < now).ExecuteDeleteAsync();
        });
        var claims = Role.Of(account).Select(role => new Claim(ClaimTypes.Role, role))
            .Append(new(ClaimTypes.NameIdentifier, account.Id.ToString()))
            .Append(new(KeyClaim, key))
            .Append(new(SharedClaim, isShared ? "1" : "0"));
        await context.SignInAsync(Scheme, new(new ClaimsIdentity(claims, Scheme)), new() { IsPersistent = !isShared, ExpiresUtc = ends });
    }

    /// <summary>Ends this device's session, if it has one.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(KeyClaim) is not { } key)
            return;
        var hash = Token.Hash(key);
        await store.WriteAsync(db => db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync());
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Ends every session of an account: it was closed, or has a new password.</summary>
    public Task EndAllAsync(Guid account) => store.WriteAsync(db => db.Sessions.Where(session => session.AccountId == account).ExecuteDeleteAsync());

    /// <summary>Refuses a cookie whose session has ended. Asked at every request.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var db = services.GetRequiredService<StudyStore>().Read();
        if (context.Principal?.FindFirstValue(KeyClaim) is { } key && await Lives(db, Token.Hash(key), now))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private const string SharedClaim = "shared";

    private static readonly Func<StudyDb, string, DateTime, Task<bool>> Lives = EF.CompileAsyncQuery((StudyDb db, string hash, DateTime now) =>
        db.Sessions.Any(session => session.KeyHash == hash && session.EndsAt > now
            && db.Accounts.Any(account => account.Id == session.AccountId && account.DisabledAt == null)));

    /// <summary>Whether a reader signed in on a device that others use too.</summary>
    internal static bool IsShared(ClaimsPrincipal user) => user.HasClaim(SharedClaim, "1");
}

/// <summary>Who asks.</summary>
public static class Reader
{
    /// <summary>The account that asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page let them in by mistake.</exception>
    public static Guid AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the one who asks reads what readers report: an editor or an administrator.</summary>
    public static bool IsAtDesk(this ClaimsPrincipal user) => user.IsInRole(Role.Editor) || user.IsInRole(Role.Owner);

    /// <summary>Whether the one who asks signed in on a device that others use too.</summary>
    public static bool IsOnSharedDevice(this ClaimsPrincipal user) => Sessions.IsShared(user);
}
