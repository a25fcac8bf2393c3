using System.Globalization;
using System.Text;

namespace LastTrainHome.Library.Search;

/// <summary>Cuts text into what the index knows. Languages that write no spaces are cut into pairs of neighbouring characters, so that a word of
/// two characters is found wherever it stands; everything else is cut by the index itself.</summary>
internal static class Tokens
{
    /// <summary>A text as the index wants it: every run of CJK characters becomes its pairs and, last, its final character.</summary>
    public static string ForIndex(string text)
    {
        var first = IndexOfWide(text, 0);
        if (first < 0)
            return text;

        var cut = new StringBuilder(text.Length * 2);
        var at = 0;
        while (first >= 0)
        {
            cut.Append(text, at, first - at);
            var end = first;
            while (end < text.Length && IsWide(text[end]))
                end++;
            cut.Append(' ');
            AppendPairs(cut, text.AsSpan(first..end));
            cut.Append(' ');
            at = end;
            first = IndexOfWide(text, end);
        }

        return cut.Append(text, at, text.Length - at).ToString();
    }

    private static void AppendPairs(StringBuilder cut, ReadOnlySpan<char> run)
    {
        for (var at = 0; at + 1 < run.Length; at++)
            cut.Append(run[at]).Append(run[at + 1]).Append(' ');
        cut.Append(run[^1]);
    }

    /// <summary>One thing that is looked for.</summary>
    /// <param name="Words">As the reader wrote it, without punctuation.</param>
    /// <param name="Query">As a quoted expression of the index; no character of the reader's can be an operator.</param>
    public sealed record Wanted(string Words, string Query);

    /// <summary>What a reader's words ask for: words, phrases in quotes, runs of CJK characters. At most sixteen, from the first 200 characters.</summary>
    public static List<Wanted> ForQuery(string query)
    {
        var wanted = new List<Wanted>();
        var parts = query[..Math.Min(query.Length, 200)].Split('"', '“', '”');
        for (var part = 0; part < parts.Length && wanted.Count < 16; part++)
        {
            var words = Words(parts[part]);
            if (part % 2 == 1 && part < parts.Length - 1 && words.Count > 0)
                wanted.Add(new(parts[part].Trim(), Phrase([.. words.SelectMany(Pieces)])));
            else
                wanted.AddRange(words.Select(word => new Wanted(word, IsWide(word[0]) ? Wide(word) : Phrase([word]))));
        }

        return [.. wanted.DistinctBy(one => one.Query).Take(16)];
    }

    // A single character is the beginning of a pair, or the last of its run.
    private static string Wide(string run) => run.Length == 1 ? $"\"{run}\"*" : Phrase([.. Pieces(run)]);

    private static IEnumerable<string> Pieces(string word) =>
        IsWide(word[0]) && word.Length > 1 ? Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2)) : [word];

    private static string Phrase(IReadOnlyList<string> tokens) => $"\"{string.Join(' ', tokens)}\"";

    /// <summary>Runs of letters and digits; where writing changes between CJK and other, a run ends.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && IsLetter(text[end]) && IsWide(text[end]) == IsWide(text[at]))
                end++;
            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int IndexOfWide(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
            if (IsWide(text[at]))
                return at;
        return -1;
    }

    /// <summary>Whether a character belongs to a script that parts no words: Han, Kana, Hangul.</summary>
    public static bool IsWide(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';

    /// <summary>A text letter by letter without case and marks, as long as it was: <c>Hùkǒu</c> is <c>hukou</c>.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            folded[at] = text[at] < 128 || char.IsSurrogate(text[at]) || !char.IsLetter(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToLowerInvariant(text[at].ToString().Normalize(NormalizationForm.FormD)[0]);
    });
}
