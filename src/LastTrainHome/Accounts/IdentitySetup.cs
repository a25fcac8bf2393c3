using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.Accounts;

/// <summary>Identity's settings, in one place for the site, for verbs and for the tables of the store.</summary>
public static class IdentitySetup
{
    /// <summary>Length over composition (NIST SP 800-63B): any characters will do, and the commonest passwords are refused by
    /// <see cref="CommonPasswords"/>.</summary>
    public const int MinPasswordLength = 12;

    public static void Rules(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.Password.RequiredLength = MinPasswordLength;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.User.AllowedUserNameCharacters = ""; // any: names are people's own
        identity.User.RequireUniqueEmail = false;
    }
}
