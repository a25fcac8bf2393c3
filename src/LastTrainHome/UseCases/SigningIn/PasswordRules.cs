using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>The rules for a password that somebody chooses: shown before, and checked after.</summary>
public sealed class PasswordRules(UserManager<Account> accounts)
{
    public const int MaxLength = 200;

    /// <summary>What stands beside the field.</summary>
    public static string Hint => $"At least {IdentitySetup.MinPasswordLength} characters, of any kind. A few unrelated words in a row are easy "
        + "to remember and hard to guess; the commonest passwords are refused.";

    /// <summary>Why a password cannot be taken, in a sentence; or null.</summary>
    /// <param name="account">Whose it will be.</param>
    public async Task<string?> ProblemAsync(Account account, string? password, string? again)
    {
        if (string.IsNullOrEmpty(password))
            return "Choose a password.";
        if (password.Length > MaxLength)
            return $"Choose a shorter password: at most {MaxLength} characters.";
        if (password.Length < IdentitySetup.MinPasswordLength)
            return $"Choose a longer password: at least {IdentitySetup.MinPasswordLength} characters.";
        foreach (var validator in accounts.PasswordValidators)
            if (await validator.ValidateAsync(accounts, account, password) is { Succeeded: false } refused)
                return refused.Errors.First().Description;
        return password == again ? null : "The two passwords are not the same. Type both again.";
    }
}
