namespace LastTrainHome.Notes.Anchoring;

/// <summary>Gives equal words equal numbers. Case, the form of quotation marks, and composed or decomposed accents make no difference here.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpelling;
    private readonly List<string> words = [];

    public Vocabulary() => bySpelling = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word that has a number: in lower case, with straight quotation marks and composed accents.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word of a text.</summary>
    public int Number(ReadOnlySpan<char> spelling)
    {
        if (bySpelling.TryGetValue(spelling, out var number))
            return number;
        var word = Form(spelling).ToLowerInvariant();
        if (!numbers.TryGetValue(word, out number))
        {
            numbers[word] = number = words.Count;
            words.Add(word);
        }

        return bySpelling[spelling] = number;
    }

    /// <summary>Whether two words are written the same, apart from the form of quotation marks and of accents.</summary>
    public static bool HaveSameForm(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.SequenceEqual(other) || Form(one) == Form(other);

    private static string Form(ReadOnlySpan<char> spelling)
    {
        var form = spelling.ToString();
        // A lone surrogate has no composed form.
        if (form.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            form = form.Normalize();
        return form.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"');
    }
}
