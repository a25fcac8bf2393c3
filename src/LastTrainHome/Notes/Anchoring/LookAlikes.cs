namespace LastTrainHome.Notes.Anchoring;

/// <summary>Frees words that were matched although their sentence was replaced by another one: any two sentences share a few small words.</summary>
internal static class LookAlikes
{
    private const int LongRun = 8; // half words

    /// <summary>Frees what a sentence of the older and one of the newer text share, unless it makes up half of one of them or has four words in a row.</summary>
    public static void Free(Matching matching)
    {
        var (older, newer) = (matching.Older, matching.Newer);
        var shares = new Dictionary<int, Share>();
        for (var sentence = 0; sentence < older.SentenceCount; sentence++)
        {
            var (start, end) = (older.SentenceStart(sentence), older.SentenceStart(sentence + 1));
            shares.Clear();
            for (var at = start; at < end;)
            {
                if (matching.ToNewer[at] == Matching.None)
                {
                    at++;
                    continue;
                }

                var (first, other) = (at, newer.Sentence(matching.ToNewer[at]));
                while (++at < end && matching.ToNewer[at] == matching.ToNewer[at - 1] + 1 && newer.Sentence(matching.ToNewer[at]) == other)
                {
                }

                var share = shares.GetValueOrDefault(other);
                var length = older.Length(first, at);
                shares[other] = new(share.Length + length, Math.Max(share.LongestRun, length));
            }

            foreach (var (other, share) in shares)
                if (share.LongestRun >= LongRun || 2 * share.Length >= older.Length(start, end)
                    || 2 * share.Length >= newer.Length(newer.SentenceStart(other), newer.SentenceStart(other + 1)))
                    shares.Remove(other);
            for (var at = start; at < end && shares.Count > 0; at++)
                if (matching.ToNewer[at] != Matching.None && shares.ContainsKey(newer.Sentence(matching.ToNewer[at])))
                    matching.Free(at);
        }
    }

    private readonly record struct Share(int Length, int LongestRun);
}
