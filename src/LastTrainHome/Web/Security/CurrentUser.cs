using System.Security.Claims;
using LastTrainHome.Accounts;

namespace LastTrainHome.Web.Security;

/// <summary>Who asks.</summary>
public static class CurrentUser
{
    /// <summary>The account that asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page let them in by mistake.</exception>
    public static Guid AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether an editor or an administrator asks, who read what readers report.</summary>
    public static bool IsAtDesk(this ClaimsPrincipal user) => user.IsInRole(Role.Editor) || user.IsInRole(Role.Owner);

    /// <summary>Whether the person who asks signed in on a device that others use too.</summary>
    public static bool IsOnSharedDevice(this ClaimsPrincipal user) => user.HasClaim(SessionTickets.SharedClaim, "1");
}
