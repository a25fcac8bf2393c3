using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.Accounts;

/// <summary>Refuses the passwords that are tried first: common ones of the allowed length, one pattern repeated, runs of the keyboard,
/// the account's own name, and the site's.</summary>
public sealed class CommonPasswords : IPasswordValidator<Account>
{
    private static readonly IdentityResult Refused = IdentityResult.Failed(new IdentityError
    {
        Code = "CommonPassword",
        Description = "This password is one of those that are guessed first. A few unrelated words in a row are easy to remember and hard to guess.",
    });

    // What common passwords are built from; what is left of one when these are taken away must still be something.
    // The longest first: "admin" would leave something of "administrator".
    private static readonly string[] Parts =
    [
        .. new[]
        {
            "password", "passwort", "passw0rd", "p@ssw0rd", "motdepasse", "contrasena", "welcome", "willkommen", "letmein", "qwertyuiop", "qwerty", "qwertz", "azerty",
            "asdfghjkl", "asdfgh", "zxcvbnm", "1qaz2wsx", "1q2w3e4r", "iloveyou", "ilove", "admin", "administrator", "teacher", "student", "school", "changeme", "default",
            "secret", "master", "dragon", "monkey", "football", "baseball", "sunshine", "princess", "superman", "batman", "trustno1", "whatever", "hello", "login", "guest",
            "summer", "winter", "spring", "autumn", "monday", "friday", "january", "september", "abcdefghij", "abcdef", "abc", "test", "user", "love", "star", "study", "train", "home", "last",
        }.OrderByDescending(part => part.Length),
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.UserName ?? "") ? Refused : IdentityResult.Success);

    /// <summary>Whether a password is among those tried first.</summary>
    public static bool IsCommon(string password, string name)
    {
        var bare = string.Concat(password.ToLowerInvariant().Where(char.IsLetterOrDigit));
        if (name.Length >= 3)
            bare = bare.Replace(string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit)), "", StringComparison.Ordinal);
        if (bare.Length == 0 || IsRun(bare) || IsRepeated(bare))
            return true;
        foreach (var part in Parts)
            bare = bare.Replace(part, "", StringComparison.Ordinal);
        return bare.Count(letter => !char.IsDigit(letter)) < 3 && bare.Length < 8 || IsRun(bare);
    }

    // 123456789012, cba...: each character follows the one before.
    private static bool IsRun(string text) =>
        text.Length > 0 && (Steps(text).All(step => step is 1 or -9) || Steps(text).All(step => step is -1 or 9));

    private static IEnumerable<int> Steps(string text) => text.Zip(text.Skip(1), (one, next) => next - one);

    // abcabcabc: up to four characters again and again.
    private static bool IsRepeated(string text) => Enumerable.Range(1, 4).Any(length => text.Skip(length).Zip(text).All(pair => pair.First == pair.Second));
}
