using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Accounts;

/// <summary>Hashes a password in Unicode's Normalization Form C, so that it opens the account from any keyboard: one machine types é as one
/// character, another as a letter and an accent. See docs/decisions/0009.</summary>
public sealed class NormalizingPasswordHasher(IOptions<PasswordHasherOptions>? options = null) : PasswordHasher<Account>(options)
{
    public override string HashPassword(Account user, string password) => base.HashPassword(user, password.Normalize(NormalizationForm.FormC));

    /// <returns>Success; where the hash is of the password as it was once typed, that a new one is needed.</returns>
    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        var normalized = providedPassword.Normalize(NormalizationForm.FormC);
        var result = base.VerifyHashedPassword(user, hashedPassword, normalized);
        if (result != PasswordVerificationResult.Failed)
            return result;

        // What hashes of before may be of. How many are tried depends on the password alone, so the time it takes does not say whether the account exists.
        var earlier = new[] { providedPassword, providedPassword.Normalize(NormalizationForm.FormD) }.Distinct(StringComparer.Ordinal).Where(form => form != normalized);
        return earlier.Any(form => base.VerifyHashedPassword(user, hashedPassword, form) != PasswordVerificationResult.Failed)
            ? PasswordVerificationResult.SuccessRehashNeeded
            : PasswordVerificationResult.Failed;
    }
}
