using System.Buffers;
using System.Collections.Concurrent;

namespace LastTrainHome.Library;

/// <summary>Tells words of the film's language in a text of the study's by their letters, where the two are written differently.
/// Between languages of one script nothing is told.</summary>
public sealed class Scripts
{
    private static readonly (int First, int Last)[] Han = [(0x3001, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFF0F), (0xFF1A, 0xFF1F)];
    private static readonly (int First, int Last)[] Kana = [(0x3040, 0x30FF)];
    private static readonly (int First, int Last)[] Hangul = [(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)];
    private static readonly (int First, int Last)[] Cyrillic = [(0x0400, 0x052F)];
    private static readonly (int First, int Last)[] Arabic = [(0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)];
    private static readonly (int First, int Last)[] Devanagari = [(0x0900, 0x097F)];

    // ISO 639 codes by the Unicode blocks their languages are written in.
    private static readonly Dictionary<string, (int First, int Last)[]> Letters = new()
    {
        ["zh"] = Han,
        ["yue"] = Han,
        ["ja"] = [.. Han, .. Kana],
        ["ko"] = Hangul,
        ["ru"] = Cyrillic,
        ["uk"] = Cyrillic,
        ["be"] = Cyrillic,
        ["bg"] = Cyrillic,
        ["mk"] = Cyrillic,
        ["sr"] = Cyrillic,
        ["kk"] = Cyrillic,
        ["ky"] = Cyrillic,
        ["mn"] = Cyrillic,
        ["tg"] = Cyrillic,
        ["el"] = [(0x0370, 0x03FF), (0x1F00, 0x1FFF)],
        ["hy"] = [(0x0530, 0x058F)],
        ["he"] = [(0x0590, 0x05FF)],
        ["yi"] = [(0x0590, 0x05FF)],
        ["ar"] = Arabic,
        ["fa"] = Arabic,
        ["ur"] = Arabic,
        ["ps"] = Arabic,
        ["hi"] = Devanagari,
        ["mr"] = Devanagari,
        ["ne"] = Devanagari,
        ["bn"] = [(0x0980, 0x09FF)],
        ["pa"] = [(0x0A00, 0x0A7F)],
        ["gu"] = [(0x0A80, 0x0AFF)],
        ["ta"] = [(0x0B80, 0x0BFF)],
        ["te"] = [(0x0C00, 0x0C7F)],
        ["kn"] = [(0x0C80, 0x0CFF)],
        ["ml"] = [(0x0D00, 0x0D7F)],
        ["si"] = [(0x0D80, 0x0DFF)],
        ["th"] = [(0x0E00, 0x0E7F)],
        ["lo"] = [(0x0E80, 0x0EFF)],
        ["bo"] = [(0x0F00, 0x0FFF)],
        ["my"] = [(0x1000, 0x109F)],
        ["ka"] = [(0x10A0, 0x10FF)],
        ["am"] = [(0x1200, 0x137F)],
        ["km"] = [(0x1780, 0x17FF)],
    };

    private static readonly ConcurrentDictionary<(string, string), Scripts> Pairs = new();

    private readonly SearchValues<char> letters;
    private readonly SearchValues<char> lettersAndSpaces;

    private Scripts(IEnumerable<char> letters) => (this.letters, lettersAndSpaces) = (SearchValues.Create([.. letters]), SearchValues.Create([.. letters, ' ']));

    /// <summary>Tells the film's language from the study's.</summary>
    /// <param name="language">BCP 47: the film's language.</param>
    /// <param name="writtenIn">BCP 47: the study's language.</param>
    public static Scripts Between(string language, string writtenIn) => Pairs.GetOrAdd((Primary(language), Primary(writtenIn)), static pair =>
    {
        var blocks = Letters.GetValueOrDefault(pair.Item1, []);
        if (Letters.GetValueOrDefault(pair.Item2, []).Intersect(blocks).Any())
            blocks = [];
        return new(blocks.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1)).Select(letter => (char)letter));
    });

    /// <summary>The next run of the film's letters in a text, with the spaces between them; length 0 where there is none.</summary>
    /// <param name="text">A text of the study.</param>
    /// <param name="from">Where to begin.</param>
    public (int Start, int Length) Next(ReadOnlySpan<char> text, int from)
    {
        var first = text[from..].IndexOfAny(letters);
        if (first < 0)
            return (text.Length, 0);
        var run = text[(from + first)..];
        var end = run.IndexOfAnyExcept(lettersAndSpaces);
        return (from + first, (end < 0 ? run : run[..end]).TrimEnd(' ').Length);
    }

    /// <summary>The language tag of words written in Latin letters: <c>ru-Latn</c> for <c>ru</c>, <c>zh-Latn</c> for <c>zh-Hans</c>.</summary>
    public static string InLatin(string language) => Primary(language) + "-Latn";

    private static string Primary(string language) => language.Split('-')[0];
}
