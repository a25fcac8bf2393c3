namespace LastTrainHome.Notes.Anchoring;

/// <summary>Finds what now stands where words have gone: the text between the nearest neighbours that survive on both sides.</summary>
internal sealed class ReplacedText
{
    private readonly Matching matching;
    private readonly TokenizedText older;
    private readonly TokenizedText newer;
    private readonly MatchedRuns runs;
    private readonly int[] matchedBefore; // before each token of the newer text

    public ReplacedText(Matching matching, MatchedRuns runs)
    {
        (this.matching, older, newer, this.runs) = (matching, matching.Older, matching.Newer, runs);
        matchedBefore = new int[newer.Count + 1];
        for (var at = 0; at < newer.Count; at++)
            matchedBefore[at + 1] = matchedBefore[at] + (matching.ToOlder[at] == Matching.None ? 0 : 1);
    }

    /// <summary>Where a passage begins in the newer text, of which the first words are gone: with what replaced them, if that is all that was replaced there.</summary>
    /// <param name="first">The passage's first token.</param>
    /// <param name="start">The first token of the newer text that is still the passage's.</param>
    public int WithHead(int first, int start, int most)
    {
        var kept = matching.ToOlder[start];
        var before = first == 0 ? -1 : matching.ToNewer[first - 1];
        return kept > first && (first == 0 || before != Matching.None) && IsReplacement(first, kept, before + 1, start, most) ? before + 1 : start;
    }

    /// <summary>Where a passage ends of which the last words are gone: the token after the end.</summary>
    /// <param name="end">The token after the passage's last.</param>
    /// <param name="stop">The token of the newer text after the last that is still the passage's.</param>
    public int WithTail(int end, int stop, int most)
    {
        var kept = matching.ToOlder[stop - 1] + 1;
        var after = end == older.Count ? newer.Count : matching.ToNewer[end];
        return kept < end && after != Matching.None && IsReplacement(kept, end, stop, after, most) ? after : stop;
    }

    private bool IsReplacement(int olderFrom, int olderTo, int newerFrom, int newerTo, int most) =>
        newerTo > newerFrom
        && matchedBefore[newerTo] == matchedBefore[newerFrom]
        && newer.Words(newerFrom, newerTo) <= most
        && runs.Between(olderFrom, olderTo) is var (from, to) && from >= to;

    /// <summary>The text that now stands in the place of a passage whose words are gone; null where there is none.</summary>
    public (int Start, int End)? Find(int first, int end, List<Run> pieces)
    {
        var run = runs.LastStartingAt(first - 1);
        var left = run < 0 ? Matching.None : Math.Min(runs.All[run].OlderEnd, first) - 1;
        run = runs.LastStartingAt(end);
        var right = run >= 0 && runs.All[run].OlderEnd > end ? end : run + 1 < runs.All.Count ? runs.All[run + 1].Older : older.Count;
        if (left == Matching.None && right == older.Count)
            return null;
        var gap = new Gap(left + 1, right, left == Matching.None ? 0 : matching.ToNewer[left] + 1, right == older.Count ? newer.Count : matching.ToNewer[right]);
        if (gap.NewerFrom >= gap.NewerTo)
            return null;

        var own = pieces.Where(piece => piece.Newer >= gap.NewerFrom && piece.NewerEnd <= gap.NewerTo).Sum(piece => piece.Count);
        gap = matchedBefore[gap.NewerTo] - matchedBefore[gap.NewerFrom] > own ? Unmatched(gap, left, right) : Narrowed(gap, first, end);
        var isWordless = older.Words(gap.OlderFrom, gap.OlderTo) == 0;
        var (was, now) = isWordless ? (1, gap.NewerTo - gap.NewerFrom) : (older.Words(gap.OlderFrom, gap.OlderTo), newer.Words(gap.NewerFrom, gap.NewerTo));
        return now > 0 && 4 * now >= was ? WithoutMarks(gap, first, end) : null;
    }

    // Text that came from elsewhere stands between the neighbours: what is new beside one of them.
    private Gap Unmatched(Gap gap, int left, int right)
    {
        var (from, to) = (gap.NewerFrom, gap.NewerTo);
        while (left != Matching.None && from < gap.NewerTo && matching.ToOlder[from] == Matching.None)
            from++;
        while (right != older.Count && to > gap.NewerFrom && matching.ToOlder[to - 1] == Matching.None)
            to--;
        return newer.Words(gap.NewerFrom, from) >= newer.Words(to, gap.NewerTo) ? gap with { NewerTo = from } : gap with { NewerFrom = to };
    }

    // A sentence that went is not replaced by the changed end of the sentence before it, nor by the changed beginning of the next.
    private Gap Narrowed(Gap gap, int first, int end)
    {
        if (IsInOneSentence(older, gap.OlderFrom - 1, gap.OlderTo) || IsInOneSentence(newer, gap.NewerFrom - 1, gap.NewerTo))
            return gap;
        var (wasHead, wasTail) = (EndOfHead(older, gap.OlderFrom), StartOfTail(older, gap.OlderTo));
        var (head, tail) = (EndOfHead(newer, gap.NewerFrom), StartOfTail(newer, gap.NewerTo));
        return first >= wasHead && end <= wasTail ? WithSameCount(new(wasHead, wasTail, head, tail), first, end)
            : end <= wasHead ? new(gap.OlderFrom, wasHead, gap.NewerFrom, head)
            : first >= wasTail ? new(wasTail, gap.OlderTo, tail, gap.NewerTo)
            : gap;
    }

    // As many paragraphs as before: the same one of them. Then the same of sentences.
    private Gap WithSameCount(Gap gap, int first, int end)
    {
        gap = Same(gap, text => text.Paragraph, text => text.ParagraphStart);
        return Same(gap, text => text.Sentence, text => text.SentenceStart);

        Gap Same(Gap gap, Func<TokenizedText, Func<int, int>> part, Func<TokenizedText, Func<int, int>> start)
        {
            if (gap.OlderFrom >= gap.OlderTo || gap.NewerFrom >= gap.NewerTo || first >= end)
                return gap;
            var (was, now) = (part(older)(gap.OlderFrom), part(newer)(gap.NewerFrom));
            if (part(older)(gap.OlderTo - 1) - was != part(newer)(gap.NewerTo - 1) - now)
                return gap;
            var (from, to) = (part(older)(first), part(older)(end - 1) + 1);
            return new(
                Math.Max(gap.OlderFrom, start(older)(from)),
                Math.Min(gap.OlderTo, start(older)(to)),
                Math.Max(gap.NewerFrom, start(newer)(from - was + now)),
                Math.Min(gap.NewerTo, start(newer)(to - was + now)));
        }
    }

    private static bool IsInOneSentence(TokenizedText text, int left, int right) =>
        left >= 0 && right < text.Count && text.Sentence(left) == text.Sentence(right);

    private static int EndOfHead(TokenizedText text, int from) => from == 0 ? 0 : text.SentenceStart(text.Sentence(from - 1) + 1);

    private static int StartOfTail(TokenizedText text, int to) => to == text.Count ? to : text.SentenceStart(text.Sentence(to));

    private (int Start, int End) WithoutMarks(Gap gap, int first, int end)
    {
        var (from, to) = (gap.NewerFrom, gap.NewerTo);
        if (first < end && newer.Words(from, to) > 0)
        {
            while (!older.IsMark(first) && newer.IsMark(from))
                from++;
            while (!older.IsMark(end - 1) && newer.IsMark(to - 1))
                to--;
        }

        return (from, to);
    }

    /// <summary>Tokens without a counterpart in the older text, and those that stand in the same place in the newer one.</summary>
    private readonly record struct Gap(int OlderFrom, int OlderTo, int NewerFrom, int NewerTo);
}
