namespace LastTrainHome.Notes.Anchoring;

/// <summary>Finds runs of words that both texts share, the longest first, wherever they stand. A run is found by a window of 32, 16, 8 or 4 tokens
/// that occurs once in each text, or once in each of two gaps that have the same neighbour; then it is extended as far as the texts agree.</summary>
internal sealed class SharedRuns
{
    private const int ShortGap = 64;
    private const int LongRun = 16; // half words
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private static readonly int[] Lengths = [32, 16, 8, 4];

    private readonly Matching matching;
    private readonly TokenizedText older;
    private readonly TokenizedText newer;
    private readonly ulong[] olderHashes;
    private readonly ulong[] newerHashes;

    private SharedRuns(Matching matching)
    {
        this.matching = matching;
        (older, newer) = (matching.Older, matching.Newer);
        (olderHashes, newerHashes) = (Hashes(older.Numbers), Hashes(newer.Numbers));
    }

    /// <summary>Matches every run that is found.</summary>
    public static void Match(Matching matching)
    {
        var runs = new SharedRuns(matching);
        foreach (var length in Lengths)
            runs.MatchWindows(length, everywhere: true);
        runs.MatchSentences();
        runs.MatchWindows(Lengths[^1], everywhere: false);
    }

    /// <summary>Matches sentences that are whole and free, and the only such ones in each text, however short.</summary>
    public static void MatchSentences(Matching matching) => new SharedRuns(matching).MatchSentences();

    private void MatchWindows(int length, bool everywhere)
    {
        Match(length, Scopes.After(matching));
        Match(length, Scopes.Before(matching));
        if (everywhere)
            Match(length, Scopes.Everywhere(matching));
    }

    private void Match(int length, Scopes scopes)
    {
        // Whatever moves must be alone of its kind: a window counts unless all of it is matched, and four words count wherever they stand.
        var all = scopes.AreWhole && length == Lengths[^1];
        var (olderWindows, newerWindows) = (Windows(matching.ToNewer, length, scopes.AreWhole, all), Windows(matching.ToOlder, length, scopes.AreWhole, all));
        var table = new WindowTable(olderWindows.Count + newerWindows.Count);
        var power = Power(length);
        foreach (var at in olderWindows)
            table.Add(Hash(olderHashes, at, length, power, scopes.OfOlder[at]), at, isOlder: true);
        foreach (var at in newerWindows)
            table.Add(Hash(newerHashes, at, length, power, scopes.OfNewer[at]), at, isOlder: false);

        var (found, widest, core) = (new List<Run>(), default(Run), default(Run));
        foreach (var at in olderWindows)
        {
            if (!table.TryFindPair(Hash(olderHashes, at, length, power, scopes.OfOlder[at]), out var other) || scopes.OfOlder[at] != scopes.OfNewer[other])
                continue;
            if (at >= widest.OlderEnd || at - other != widest.Older - widest.Newer)
                (widest, core) = Widest(at, other) is { Count: > 0 } run ? (run, WithoutOverhang(run)) : default;
            // A window that is the only one of its kind by a word of the next sentence says little about this one.
            if (at >= core.Older && at + length <= core.OlderEnd && (found is not [.., var last] || last != widest))
                found.Add(widest);
        }

        foreach (var run in found.OrderByDescending(run => older.Length(run.Older, run.OlderEnd)).ThenBy(run => run.Older))
            if (StillFree(run) is var free && free.Count >= length && IsConvincing(free, scopes))
                Match(WithoutOverhang(free));
    }

    private void Match(Run run)
    {
        for (var at = 0; at < run.Count; at++)
            matching.Match(run.Older + at, run.Newer + at);
    }

    // A run that reaches a little way into another sentence leaves that part to the sentence, whose first word may be the same by chance.
    private Run WithoutOverhang(Run run)
    {
        var (first, last) = (older.Sentence(run.Older), older.Sentence(run.OlderEnd - 1));
        if (first == last)
            return run;
        var (from, to) = (older.SentenceStart(first + 1), older.SentenceStart(last));
        var (head, tail) = (older.Length(run.Older, from), older.Length(to, run.OlderEnd));
        var keepsHead = 2 * head >= older.Length(older.SentenceStart(first), from) || (from == to && head >= tail);
        var keepsTail = 2 * tail >= older.Length(to, older.SentenceStart(last + 1)) || (from == to && !keepsHead);
        (from, to) = (keepsHead ? run.Older : from, keepsTail ? run.OlderEnd : to);
        return new(from, run.Newer + from - run.Older, to - from);
    }

    // Where windows begin that are free: wholly, or at all; or every window.
    private static List<int> Windows(int[] map, int length, bool atAll, bool all)
    {
        var (windows, free, matched) = (new List<int>(), 0, 0);
        for (var at = map.Length - 1; at >= 0; at--)
        {
            (free, matched) = map[at] == Matching.None ? (free + 1, 0) : (0, matched + 1);
            if (free >= length || (at + length <= map.Length && (all || (atAll && matched < length))))
                windows.Add(at);
        }

        windows.Reverse();
        return windows;
    }

    private Run Widest(int olderAt, int newerAt)
    {
        if (!matching.CanMatch(olderAt, newerAt))
            return default;
        var (first, second, count) = (olderAt, newerAt, 1);
        while (first + count < older.Count && second + count < newer.Count && matching.CanMatch(first + count, second + count))
            count++;
        while (first > 0 && second > 0 && matching.CanMatch(first - 1, second - 1))
            (first, second, count) = (first - 1, second - 1, count + 1);
        return new(first, second, count);
    }

    private Run StillFree(Run run)
    {
        var skipped = 0;
        while (skipped < run.Count && !matching.CanMatch(run.Older + skipped, run.Newer + skipped))
            skipped++;
        var end = skipped;
        while (end < run.Count && matching.CanMatch(run.Older + end, run.Newer + end))
            end++;
        return new(run.Older + skipped, run.Newer + skipped, end - skipped);
    }

    // A run is believed when it is long, or a whole sentence. Beside the same neighbour half a sentence is enough, and in a short gap anything.
    private bool IsConvincing(Run run, Scopes scopes)
    {
        var length = older.Length(run.Older, run.OlderEnd);
        if (length >= LongRun)
            return true;
        if (!scopes.AreWhole && scopes.OlderGap[run.Older] <= ShortGap && scopes.NewerGap[run.Newer] <= ShortGap)
            return length > 0;
        var share = !scopes.AreWhole ? 50 : length >= 12 ? 75 : 100;
        return length >= 4 && HasShareOfASentence(share, older, run.Older, run.OlderEnd) && HasShareOfASentence(share, newer, run.Newer, run.NewerEnd);
    }

    private static bool HasShareOfASentence(int percent, TokenizedText text, int from, int to)
    {
        var (first, last) = (text.Sentence(from), text.Sentence(to - 1));
        return last > first + 1 || HasShare(first) || HasShare(last);

        bool HasShare(int sentence)
        {
            var (start, end) = (text.SentenceStart(sentence), text.SentenceStart(sentence + 1));
            return 100 * text.Length(Math.Max(start, from), Math.Min(end, to)) >= percent * text.Length(start, end);
        }
    }

    // A sentence that is whole and free, and the only such one in each text, is the same sentence, however short.
    private void MatchSentences()
    {
        var table = new WindowTable(older.SentenceCount + newer.SentenceCount);
        AddSentences(older, matching.ToNewer, olderHashes, isOlder: true, table);
        AddSentences(newer, matching.ToOlder, newerHashes, isOlder: false, table);
        for (var sentence = 0; sentence < older.SentenceCount; sentence++)
        {
            var (start, end) = (older.SentenceStart(sentence), older.SentenceStart(sentence + 1));
            if (older.Length(start, end) >= 3 && table.TryFindPair(HashOf(older, olderHashes, sentence), out var other)
                && Widest(start, other) is var run && run.OlderEnd >= end)
                Match(new Run(start, other, end - start));
        }
    }

    private static void AddSentences(TokenizedText text, int[] map, ulong[] hashes, bool isOlder, WindowTable table)
    {
        for (var sentence = 0; sentence < text.SentenceCount; sentence++)
            if (map.AsSpan(text.SentenceStart(sentence)..text.SentenceStart(sentence + 1)).Contains(Matching.None))
                table.Add(HashOf(text, hashes, sentence), text.SentenceStart(sentence), isOlder);
    }

    private static ulong HashOf(TokenizedText text, ulong[] hashes, int sentence)
    {
        var (start, end) = (text.SentenceStart(sentence), text.SentenceStart(sentence + 1));
        return Hash(hashes, start, end - start, Power(end - start), end - start);
    }

    // Karp and Rabin's hashes: of the tokens up to each position, from which any window's hash is a subtraction away. Every hit is checked.
    private static ulong[] Hashes(int[] numbers)
    {
        var hashes = new ulong[numbers.Length + 1];
        for (var at = 0; at < numbers.Length; at++)
            hashes[at + 1] = unchecked((hashes[at] * Factor) + (((ulong)numbers[at] + 1) * 0xD6E8FEB86659FD93));
        return hashes;
    }

    private static ulong Hash(ulong[] hashes, int at, int length, ulong power, int scope) =>
        unchecked((hashes[at + length] - (hashes[at] * power)) ^ ((ulong)scope * 0xC2B2AE3D27D4EB4F));

    private static ulong Power(int exponent)
    {
        var (power, square) = (1UL, Factor);
        for (; exponent > 0; exponent >>= 1, square = unchecked(square * square))
            if ((exponent & 1) == 1)
                power = unchecked(power * square);
        return power;
    }
}
