using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>What the W3C's Web Annotation Data Model gives a tool that does not know the old text: the quote with 32 characters before and after it
/// (TextQuoteSelector), and the old position (TextPositionSelector) as a hint where the quote occurs more than once.</summary>
internal static class QuoteSelector
{
    private const int Context = 32;

    /// <summary>Where the quote is found in the new text; null where it is not.</summary>
    public static TextRange? Find(string oldText, string newText, TextRange passage)
    {
        var exact = oldText[passage.Start..passage.End];
        var prefix = oldText[Math.Max(0, passage.Start - Context)..passage.Start];
        var suffix = oldText[passage.End..Math.Min(oldText.Length, passage.End + Context)];
        var (best, bestRank) = (default(TextRange?), (Context: -1, Distance: 0));
        for (var at = newText.IndexOf(exact, StringComparison.Ordinal); at >= 0; at = newText.IndexOf(exact, at + 1, StringComparison.Ordinal))
        {
            var rank = (CommonSuffix(newText.AsSpan(0, at), prefix) + newText.AsSpan(at + exact.Length).CommonPrefixLength(suffix), -Math.Abs(at - passage.Start));
            if (rank.CompareTo(bestRank) > 0)
                (best, bestRank) = (new(at, at + exact.Length), rank);
        }

        return best;
    }

    private static int CommonSuffix(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
            length++;
        return length;
    }
}
