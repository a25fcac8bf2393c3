namespace LastTrainHome.Notes.Anchoring;

/// <summary>Carries an offset from the older text to the newer one, inside a matched token or in the white space beside it.</summary>
internal sealed class Offsets(Matching matching)
{
    private readonly TokenizedText older = matching.Older;
    private readonly TokenizedText newer = matching.Newer;

    /// <summary>The start of a passage whose first token is matched.</summary>
    public int Start(int offset, int token)
    {
        var to = matching.ToNewer[token];
        var spaceBefore = newer.Start(to) - (to == 0 ? 0 : newer.End(to - 1));
        return offset >= older.Start(token) ? Inside(offset, token, to) : newer.Start(to) - Math.Min(older.Start(token) - offset, spaceBefore);
    }

    /// <summary>The end of a passage whose last token is matched.</summary>
    public int End(int offset, int token)
    {
        var to = matching.ToNewer[token];
        var spaceAfter = (to == newer.Count - 1 ? newer.Text.Length : newer.Start(to + 1)) - newer.End(to);
        return offset <= older.End(token) ? Inside(offset, token, to) : newer.End(to) + Math.Min(offset - older.End(token), spaceAfter);
    }

    /// <summary>An offset between two tokens that are neighbours in both texts.</summary>
    /// <param name="offset">In the older text.</param>
    /// <param name="next">The token after it there.</param>
    /// <param name="newerNext">The token after it in the newer text.</param>
    public int Between(int offset, int next, int newerNext)
    {
        var (from, to) = Space(older, next);
        var (newerFrom, newerTo) = Space(newer, newerNext);
        return offset == to && from != to ? newerTo : Math.Min(newerFrom + offset - from, newerTo);
    }

    private static (int From, int To) Space(TokenizedText text, int next) =>
        (next == 0 ? 0 : text.End(next - 1), next == text.Count ? text.Text.Length : text.Start(next));

    // As far from the beginning of the word where both begin alike, as far from its end where they end alike.
    private int Inside(int offset, int token, int to)
    {
        var spelling = older.Spelling(token);
        var newSpelling = newer.Spelling(to);
        var (fromStart, fromEnd) = (offset - older.Start(token), older.End(token) - offset);
        if (fromEnd == 0 || fromStart > spelling.CommonPrefixLength(newSpelling))
        {
            var alike = 0;
            while (alike < spelling.Length && alike < newSpelling.Length && spelling[^(alike + 1)] == newSpelling[^(alike + 1)])
                alike++;
            if (fromEnd <= alike)
                return newer.End(to) - fromEnd;
        }

        var mapped = newer.Start(to) + Math.Min(fromStart, newSpelling.Length);
        return TextRange.IsInsidePair(newer.Text, mapped) ? mapped - 1 : mapped;
    }
}
