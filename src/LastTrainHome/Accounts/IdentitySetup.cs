using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.Accounts;

/// <summary>The rules of Identity, said once for the site, for verbs and for the shape of the store.</summary>
public static class IdentitySetup
{
    /// <summary>Length over composition (NIST SP 800-63B): any characters will do, and the commonest are refused by <see cref="CommonPasswords"/>.</summary>
    public const int MinPasswordLength = 12;

    public static void Rules(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.Password.RequiredLength = MinPasswordLength;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 10;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.User.AllowedUserNameCharacters = ""; // any: names are people's own
        identity.User.RequireUniqueEmail = false;
    }
}
