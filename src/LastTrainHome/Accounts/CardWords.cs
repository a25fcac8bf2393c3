using System.Collections.Frozen;

namespace LastTrainHome.Accounts;

/// <summary>The words of sign-in cards (<c>card-words.txt</c>): short, concrete, easy to spell for people who learn English, and none
/// that hurts.</summary>
public static class CardWords
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string word) => Known.Contains(word);

    private static string[] Read()
    {
        using var file = new StreamReader(typeof(CardWords).Assembly.GetManifestResourceStream("card-words.txt")!);
        return file.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
