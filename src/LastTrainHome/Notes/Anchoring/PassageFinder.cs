namespace LastTrainHome.Notes.Anchoring;

/// <summary>Says where passages of the older text are in the newer one, by where their words were matched.</summary>
internal sealed class PassageFinder
{
    private readonly Matching matching;
    private readonly TokenizedText older;
    private readonly TokenizedText newer;
    private readonly MatchedRuns runs;
    private readonly Landing landing;
    private readonly ReplacedText replaced;
    private readonly Offsets offsets;
    private readonly int[] changedBefore; // before each token of the older text: tokens that are matched and yet written differently

    public PassageFinder(Matching matching)
    {
        (this.matching, older, newer) = (matching, matching.Older, matching.Newer);
        runs = new(matching);
        (landing, replaced, offsets) = (new(matching, runs), new(matching, runs), new(matching));
        changedBefore = new int[older.Count + 1];
        for (var at = 0; at < older.Count; at++)
            changedBefore[at + 1] = changedBefore[at] + (matching.ToNewer[at] == Matching.None || IsUnchanged(at) ? 0 : 1);
    }

    /// <summary>Places a passage.</summary>
    public Placement Find(TextRange passage)
    {
        var (first, end) = (older.FirstEndingAfter(passage.Start), older.FirstStartingAt(passage.End));
        if (first < older.Count && older.Start(first) < passage.Start)
            end = Math.Max(end, first + 1); // a point inside a word
        return first < end ? FindWords(passage, first, end) : FindBetween(passage, first);
    }

    private Placement FindWords(TextRange passage, int first, int end)
    {
        var pieces = landing.Pieces(first, end);
        if (landing.Find(first, end, pieces) is not var (start, stop))
            return FindReplacement(passage, first, end, pieces);
        // With what replaced its first and last words, a passage is still mostly its own.
        var most = pieces.Sum(piece => older.Words(piece.Older, piece.OlderEnd)) - (newer.Words(start, stop) / 2);
        var range = new TextRange(
            matching.ToOlder[start] == first ? offsets.Start(passage.Start, first) : newer.Start(replaced.WithHead(first, start, most)),
            matching.ToOlder[stop - 1] == end - 1 ? offsets.End(passage.End, end - 1) : newer.End(replaced.WithTail(end, stop, most) - 1));
        // Part of a word, of which nothing is left.
        if (range.Start > range.End || (range.IsEmpty && !passage.IsEmpty))
            return new(PlacementStatus.Rewritten, new(newer.Start(start), newer.End(stop - 1)));
        var isSame = pieces is [var only] && only.Count == end - first
            && (changedBefore[first] == changedBefore[end] || (end - first == 1 && HaveSameText(passage, range)));
        return new(isSame ? StatusOf(first) : PlacementStatus.Edited, range);
    }

    // A point, or white space, holds on to the token before it and the one after it.
    private Placement FindBetween(TextRange passage, int next)
    {
        var before = next == 0 ? -1 : matching.ToNewer[next - 1];
        var after = next == older.Count ? newer.Count : matching.ToNewer[next];
        var (hasBefore, hasAfter) = (next == 0 || before != Matching.None, after != Matching.None);
        if (hasBefore && hasAfter && after == before + 1)
            return new(
                older.Count == 0 ? PlacementStatus.Kept : StatusOf(Math.Max(next - 1, 0)),
                new(offsets.Between(passage.Start, next, after), offsets.Between(passage.End, next, after)));
        if (hasAfter && (!hasBefore || (next < older.Count && passage.End == older.Start(next))))
            return new(PlacementStatus.Edited, Point(after == newer.Count ? newer.Text.Length : newer.Start(after)));
        return hasBefore
            ? new(PlacementStatus.Edited, Point(next == 0 ? 0 : newer.End(before)))
            : FindReplacement(passage, next, next, []);
    }

    private Placement FindReplacement(TextRange passage, int first, int end, List<Run> pieces)
    {
        if (replaced.Find(first, end, pieces) is not var (start, stop))
            return new(PlacementStatus.Gone, null);
        return new(PlacementStatus.Rewritten, passage.IsEmpty ? Point(newer.Start(start)) : new(newer.Start(start), newer.End(stop - 1)));
    }

    private PlacementStatus StatusOf(int token) => runs.IsInOrder(runs.LastStartingAt(token)) ? PlacementStatus.Kept : PlacementStatus.Moved;

    private static TextRange Point(int offset) => new(offset, offset);

    private bool HaveSameText(TextRange passage, TextRange range) =>
        older.Text.AsSpan(passage.Start..passage.End).SequenceEqual(newer.Text.AsSpan(range.Start..range.End));

    private bool IsUnchanged(int token) => Vocabulary.HaveSameForm(older.Spelling(token), newer.Spelling(matching.ToNewer[token]));
}
