using System.Runtime.InteropServices;

namespace LastTrainHome.Notes.Anchoring;

/// <summary>Fills the gaps between matched runs in order: equal words, and words that differ by one letter. A gap of at most 64 tokens is filled at
/// once, a longer one from its ends inwards, 64 tokens at a time and only as far as at least half of the words are found.</summary>
internal sealed class GapFilling
{
    private const int Window = 64;
    private const int Committed = 48; // what lies behind sees too little of what follows it
    private const int Width = Window + 1;

    // What a pair is worth: a character half a word or a little more, a slip less than an equal word, and a pair that continues a run more than one that does not.
    private const int EqualMark = 4;
    private const int EqualCharacter = 6;
    private const int EqualWord = 10;
    private const int Slip = 7;
    private const int Continuing = 4;

    private readonly Matching matching;
    private readonly Vocabulary vocabulary;
    private readonly int[] best = new int[Width * Width];
    private readonly int[] paired = new int[Width * Width];
    private readonly List<(int Older, int Newer)> pairs = [];
    private readonly Dictionary<(int Older, int Newer), int> shares = [];

    private GapFilling(Matching matching, Vocabulary vocabulary) => (this.matching, this.vocabulary) = (matching, vocabulary);

    public static void Fill(Matching matching, Vocabulary vocabulary)
    {
        var filling = new GapFilling(matching, vocabulary);
        for (var at = 0; at < matching.Older.Count; at++)
            if (matching.ToNewer[at] == Matching.None)
                at = filling.FillGap(at);
    }

    private int FillGap(int start)
    {
        var end = EndOfGap(matching.ToNewer, start);
        var after = start == 0 ? 0 : matching.ToNewer[start - 1] + 1;
        FromLeft(start, end, after, EndOfGap(matching.ToOlder, after));
        if (end > start && matching.ToNewer[end - 1] == Matching.None)
        {
            var before = end == matching.Older.Count ? matching.Newer.Count : matching.ToNewer[end];
            FromRight(StartOfGap(matching.ToNewer, end), end, StartOfGap(matching.ToOlder, before), before);
        }

        return end;
    }

    private static int EndOfGap(int[] map, int at)
    {
        while (at < map.Length && map[at] == Matching.None)
            at++;
        return at;
    }

    private static int StartOfGap(int[] map, int at)
    {
        while (at > 0 && map[at - 1] == Matching.None)
            at--;
        return at;
    }

    private void FromLeft(int olderStart, int olderEnd, int newerStart, int newerEnd)
    {
        while (olderStart < olderEnd && newerStart < newerEnd)
        {
            var (olderTo, newerTo) = (Math.Min(olderStart + Window, olderEnd), Math.Min(newerStart + Window, newerEnd));
            Align(olderStart, olderTo, newerStart, newerTo);
            var isLast = olderTo == olderEnd && newerTo == newerEnd;
            if (!isLast)
            {
                isLast = !IsHalfFound(olderStart, olderTo);
                KeepSentences();
                pairs.RemoveAll(pair => pair.Older >= olderStart + Committed || pair.Newer >= newerStart + Committed);
            }

            if (pairs.Count == 0)
                return;
            Commit();
            if (isLast)
                return;
            (olderStart, newerStart) = (pairs[^1].Older + 1, pairs[^1].Newer + 1);
        }
    }

    private void FromRight(int olderStart, int olderEnd, int newerStart, int newerEnd)
    {
        while (olderStart < olderEnd && newerStart < newerEnd)
        {
            var (olderFrom, newerFrom) = (Math.Max(olderEnd - Window, olderStart), Math.Max(newerEnd - Window, newerStart));
            Align(olderFrom, olderEnd, newerFrom, newerEnd);
            var isLast = olderFrom == olderStart && newerFrom == newerStart;
            if (!isLast)
            {
                isLast = !IsHalfFound(olderFrom, olderEnd);
                KeepSentences();
                pairs.RemoveAll(pair => pair.Older < olderEnd - Committed || pair.Newer < newerEnd - Committed);
            }

            if (pairs.Count == 0)
                return;
            Commit();
            if (isLast)
                return;
            (olderEnd, newerEnd) = (pairs[0].Older, pairs[0].Newer);
        }
    }

    private bool IsHalfFound(int from, int to) => 2 * pairs.Sum(pair => matching.Older.Length(pair.Older, pair.Older + 1)) >= matching.Older.Length(from, to);

    // Leaves the pairs of sentences of which each makes up half of the other.
    private void KeepSentences()
    {
        var (older, newer) = (matching.Older, matching.Newer);
        shares.Clear();
        foreach (var pair in pairs)
            CollectionsMarshal.GetValueRefOrAddDefault(shares, Sentences(pair), out _) += older.Length(pair.Older, pair.Older + 1);
        pairs.RemoveAll(pair => Sentences(pair) is var (one, other) && 2 * shares[(one, other)] is var share
            && (share < older.Length(older.SentenceStart(one), older.SentenceStart(one + 1)) || share < newer.Length(newer.SentenceStart(other), newer.SentenceStart(other + 1))));

        (int, int) Sentences((int Older, int Newer) pair) => (older.Sentence(pair.Older), newer.Sentence(pair.Newer));
    }

    private void Commit()
    {
        foreach (var (older, newer) in pairs)
            matching.Match(older, newer);
    }

    // The pairs in order that are worth most together.
    private void Align(int olderStart, int olderEnd, int newerStart, int newerEnd)
    {
        pairs.Clear();
        var (rows, columns) = (olderEnd - olderStart, newerEnd - newerStart);
        best.AsSpan(0, columns + 1).Clear();
        paired.AsSpan(0, columns + 1).Clear();
        for (var row = 1; row <= rows; row++)
        {
            var at = row * Width;
            (best[at], paired[at]) = (0, 0);
            for (var column = 1; column <= columns; column++)
            {
                var cell = at + column;
                var above = cell - Width;
                var worth = Worth(olderStart + row - 1, newerStart + column - 1);
                paired[cell] = worth == 0 ? 0 : worth + Math.Max(best[above - 1], paired[above - 1] == 0 ? 0 : paired[above - 1] + Continuing);
                best[cell] = Math.Max(paired[cell], Math.Max(best[above], best[cell - 1]));
            }
        }

        Trace(olderStart, newerStart, rows, columns);
    }

    private void Trace(int olderStart, int newerStart, int row, int column)
    {
        var continues = false;
        while (row > 0 && column > 0)
        {
            var cell = (row * Width) + column;
            if (!continues && best[cell] == best[cell - Width])
                row--;
            else if (!continues && best[cell] == best[cell - 1])
                column--;
            else
            {
                pairs.Add((olderStart + row - 1, newerStart + column - 1));
                var before = cell - Width - 1;
                continues = paired[before] > 0 && paired[before] + Continuing >= best[before];
                (row, column) = (row - 1, column - 1);
            }
        }

        pairs.Reverse();
    }

    private int Worth(int older, int newer)
    {
        var (one, other) = (matching.Older.Numbers[older], matching.Newer.Numbers[newer]);
        if (one == other)
            return matching.Older.Length(older, older + 1) switch { 0 => EqualMark, 1 => EqualCharacter, _ => EqualWord };
        return matching.Older.Length(older, older + 1) == 2 && matching.Newer.Length(newer, newer + 1) == 2 && IsSlip(vocabulary[one], vocabulary[other]) ? Slip : 0;
    }

    /// <summary>Whether two words of three letters or more differ by one letter: missing, added, changed, or changed places with its neighbour.</summary>
    internal static bool IsSlip(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (one.Length < 3 || other.Length - one.Length > 1)
            return false;
        var same = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(same);
        var longer = other.AsSpan(same);
        return longer.Length > rest.Length
            ? rest.SequenceEqual(longer[1..])
            : rest.IsEmpty || rest[1..].SequenceEqual(longer[1..])
                || (rest.Length > 1 && rest[0] == longer[1] && rest[1] == longer[0] && rest[2..].SequenceEqual(longer[2..]));
    }
}
