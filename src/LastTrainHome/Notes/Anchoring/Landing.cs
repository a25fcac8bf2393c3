namespace LastTrainHome.Notes.Anchoring;

/// <summary>Finds where the words of a passage stand together in the newer text.</summary>
internal sealed class Landing
{
    private const int MostPieces = 64;

    private readonly Matching matching;
    private readonly TokenizedText older;
    private readonly TokenizedText newer;
    private readonly MatchedRuns runs;
    private readonly int[] wordsInOrder; // before each token of the older text

    public Landing(Matching matching, MatchedRuns runs)
    {
        (this.matching, older, newer, this.runs) = (matching, matching.Older, matching.Newer, runs);
        wordsInOrder = new int[older.Count + 1];
        for (var run = 0; run < runs.All.Count; run++)
            if (runs.IsInOrder(run))
                for (var at = runs.All[run].Older; at < runs.All[run].OlderEnd; at++)
                    wordsInOrder[at + 1] = older.Words(at, at + 1);
        for (var at = 0; at < older.Count; at++)
            wordsInOrder[at + 1] += wordsInOrder[at];
    }

    /// <summary>The parts of a passage that were matched, in the order of the newer text; none where there are very many.</summary>
    public List<Run> Pieces(int first, int end)
    {
        var pieces = new List<Run>();
        var (from, to) = runs.Between(first, end);
        for (var run = from; run < to && to - from <= MostPieces; run++)
        {
            var (start, stop) = (Math.Max(runs.All[run].Older, first), Math.Min(runs.All[run].OlderEnd, end));
            pieces.Add(new(start, runs.All[run].Newer + start - runs.All[run].Older, stop - start));
        }

        pieces.Sort((one, other) => one.Newer.CompareTo(other.Newer));
        return pieces;
    }

    /// <summary>The stretch of the newer text where at least half of a passage's words stand, among no more others than its own, from its first token
    /// up to the one after its last; null where there is none. Of several it is the one where the passage's words most outweigh the
    /// others, two of which weigh as much as one of its own.</summary>
    public (int Start, int End)? Find(int first, int end, List<Run> pieces)
    {
        if (pieces.Count == 0)
            return FindInOrder(first, end);
        var (all, best, bestWeight) = (older.Words(first, end), default((int, int)?), 0);
        for (var from = 0; from < pieces.Count; from++)
        {
            var (words, marks) = (0, 0);
            for (var to = from; to < pieces.Count; to++)
            {
                words += older.Words(pieces[to].Older, pieces[to].OlderEnd);
                marks += pieces[to].Count - older.Words(pieces[to].Older, pieces[to].OlderEnd);
                var (start, stop) = (pieces[from].Newer, pieces[to].NewerEnd);
                var others = newer.Words(start, stop) - words;
                // Marks count where there is nothing else.
                var isHalf = all > 0 ? 2 * words >= all && others <= words : 2 * marks >= end - first && others == 0;
                if (isHalf && (2 * words) + marks - others is var weight && weight >= bestWeight)
                    (best, bestWeight) = ((start, stop), weight);
            }
        }

        return best;
    }

    // A passage in very many pieces is long. What is left of it in order decides; looking at every piece could take as long as the text for every note.
    private (int Start, int End)? FindInOrder(int first, int end)
    {
        var (from, to) = runs.Between(first, end);
        while (from < to && !runs.IsInOrder(from))
            from++;
        while (to > from && !runs.IsInOrder(to - 1))
            to--;
        if (from == to)
            return null;
        var (one, last) = (runs.All[from], runs.All[to - 1]);
        var (start, stop) = (one.Newer + Math.Max(first - one.Older, 0), last.NewerEnd - Math.Max(last.OlderEnd - end, 0));
        var landed = wordsInOrder[end] - wordsInOrder[first];
        return landed > 0 && 2 * landed >= older.Words(first, end) && newer.Words(start, stop) <= 2 * landed ? (start, stop) : null;
    }
}
