namespace LastTrainHome.Notes.Anchoring;

/// <summary>Where two runs meet in one text and the words at the seam fit either of them, the seam goes where a paragraph or a sentence begins.
/// So a sentence that was taken out is the sentence, and not its end with the first word of the next.</summary>
internal static class RunBoundaries
{
    private const int Farthest = 64;

    public static void Settle(Matching matching)
    {
        Settle(matching.Newer, matching.ToOlder, matching.Older, matching.ToNewer);
        Settle(matching.Older, matching.ToNewer, matching.Newer, matching.ToOlder);
        matching.Extend();
    }

    private static void Settle(TokenizedText text, int[] map, TokenizedText other, int[] back)
    {
        for (var at = 1; at < text.Count; at++)
        {
            if (map[at - 1] == Matching.None || map[at] == Matching.None || map[at] == map[at - 1] + 1)
                continue;
            var (end, start) = (map[at - 1] + 1, map[at]);
            var (best, bestQuality) = (0, Quality(0));
            for (var shift = -1; shift >= -Farthest && at + shift >= 0 && map[at + shift] == end + shift && FitsAt(at + shift, start + shift); shift--)
                Prefer(shift);
            for (var shift = 1; shift <= Farthest && at + shift <= text.Count && map[at + shift - 1] == start + shift - 1 && FitsAt(at + shift - 1, end + shift - 1); shift++)
                Prefer(shift);
            for (var shift = best; shift < 0; shift++)
                Move(at + shift, start + shift);
            for (var shift = 0; shift < best; shift++)
                Move(at + shift, end + shift);

            void Prefer(int shift)
            {
                if (Quality(shift) is var quality && quality > bestQuality)
                    (best, bestQuality) = (shift, quality);
            }

            int Quality(int shift) => (2 * Break(text, at + shift)) + Break(other, end + shift) + Break(other, start + shift);
        }

        bool FitsAt(int at, int candidate) =>
            candidate >= 0 && candidate < other.Count && back[candidate] == Matching.None && text.Numbers[at] == other.Numbers[candidate];

        void Move(int at, int candidate)
        {
            back[map[at]] = Matching.None;
            (map[at], back[candidate]) = (candidate, at);
        }
    }

    private static int Break(TokenizedText text, int at) =>
        at == 0 || at == text.Count || text.ParagraphStart(text.Paragraph(at)) == at ? 6
        : text.SentenceStart(text.Sentence(at)) == at ? 4
        : text.IsMark(at - 1) ? 1
        : 0;
}
