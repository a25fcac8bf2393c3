using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.UseCases;

/// <summary>The rules for a password that somebody chooses, said before and held to after.</summary>
public sealed class NewPassword(UserManager<Accounts.Account> accounts)
{
    public const int MaxLength = 200;

    /// <summary>What is said before it is chosen.</summary>
    public static string Rule => $"At least {IdentitySetup.MinPasswordLength} characters, of any kind. A few unrelated words in a row are easy to remember and hard to guess; the commonest passwords are refused.";

    /// <summary>Why it cannot be taken, in a sentence; or null.</summary>
    /// <param name="of">Whose it will be.</param>
    public async Task<string?> ProblemAsync(Accounts.Account of, string? password, string? again)
    {
        if (string.IsNullOrEmpty(password))
            return "Choose a password.";
        if (password.Length > MaxLength)
            return $"Choose a shorter password: at most {MaxLength} characters.";
        if (password.Length < IdentitySetup.MinPasswordLength)
            return $"Choose a longer password: at least {IdentitySetup.MinPasswordLength} characters.";
        foreach (var validator in accounts.PasswordValidators)
            if (await validator.ValidateAsync(accounts, of, password) is { Succeeded: false } refused)
                return refused.Errors.First().Description;
        return password == again ? null : "The two passwords are not the same. Type both again.";
    }

    public string Hash(Accounts.Account of, string password) => accounts.PasswordHasher.HashPassword(of, password);
}
