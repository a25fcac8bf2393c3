using System.Security.Cryptography;

namespace LastTrainHome.Accounts;

/// <summary>A student's sign-in card: four words, shown once and never kept. The first two are the name the account is found by;
/// all four together are its password. 1,024 words make 40 bits, of which 20 stay secret even to somebody who reads the names in the
/// store.</summary>
public sealed record SignInCard
{
    /// <summary>How many words the list must have.</summary>
    public const int ListLength = 1024;

    private SignInCard(IReadOnlyList<string> words) => Words = words;

    public IReadOnlyList<string> Words { get; }

    /// <summary>The open half.</summary>
    public string Handle => $"{Words[0]}-{Words[1]}";

    /// <summary>All of it, as it is hashed.</summary>
    public string Secret => string.Join(' ', Words);

    /// <summary>A new card, drawn by the system's generator of secrets.</summary>
    public static SignInCard Draw() => new([.. Enumerable.Range(0, 4).Select(_ => CardWords.All[RandomNumberGenerator.GetInt32(CardWords.All.Count)])]);

    /// <summary>Reads what a student typed: any case, parted by spaces, hyphens, commas or lines.</summary>
    /// <returns>The card, or null when these are not four words of the list.</returns>
    public static SignInCard? Read(string? typed)
    {
        var words = Split(typed);
        return words.Length == 4 && words.All(CardWords.Has) ? new(words) : null;
    }

    /// <summary>The words in what was typed, whatever they are.</summary>
    public static string[] Split(string? typed) => (typed ?? "").ToLowerInvariant().Split([' ', '-', ',', '.', '\t', '\r', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => Handle;
}
